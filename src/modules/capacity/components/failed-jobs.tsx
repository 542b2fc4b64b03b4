"use client";

import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { byReason } from "./failed-reasons";
import { FigureTable } from "./figure-table";
import { type QueueName, useOperate } from "./queues-page";

interface FailedJobsProps {
  readonly queue: QueueName;
  readonly zone: string;
  readonly locale: string;
}

/** The newest failed jobs of a queue, with their reasons; what was inside them is not shown. */
export function FailedJobs({ queue, zone, locale }: FailedJobsProps) {
  const failed = trpc.capacity.failedJobs.useQuery({ queue });
  const operate = useOperate();
  const now = useNow();
  const jobs = failed.data?.jobs ?? [];
  const reasons = byReason(jobs);
  return (
    <Card
      title={`Failed in ${queue}`}
      actions={
        <Button
          disabledReason={jobs.length === 0 ? "Nothing failed" : undefined}
          onClick={() => void operate(queue, "retry")}
        >
          Try all again
        </Button>
      }
    >
      {reasons.length > 0 && reasons.length < jobs.length && (
        <FigureTable
          caption={`Why jobs of ${queue} failed`}
          columns={[
            { title: "Reason" },
            { title: "Jobs" },
            { title: "How many", isFigure: true },
            { title: "Last" },
            { title: "To do" },
          ]}
          rows={reasons.map(({ reason, names, ids, newestMs }) => ({
            key: reason,
            cells: [
              reason,
              names.join(", "),
              ids.length,
              <Time key="at" value={new Date(newestMs)} now={now} zone={zone} locale={locale} />,
              <Button
                key="do"
                variant="quiet"
                onClick={() => void Promise.all(ids.map((id) => operate(queue, "retry", id)))}
              >
                Try these again
              </Button>,
            ],
          }))}
        />
      )}
      <FigureTable
        caption={`Failed jobs of ${queue}`}
        columns={[
          { title: "Job" },
          { title: "Reason" },
          { title: "Tries", isFigure: true },
          { title: "When" },
          { title: "To do" },
        ]}
        rows={jobs.map(({ id, name, reason, attempts, failedAtMs }) => ({
          key: id,
          cells: [
            name,
            reason,
            attempts,
            <Time key="at" value={new Date(failedAtMs)} now={now} zone={zone} locale={locale} />,
            <span key="do" className="flex gap-1">
              <Button variant="quiet" onClick={() => void operate(queue, "retry", id)}>
                Try again
              </Button>
              <AlertDialog
                title="Remove this job?"
                loses={`What ${name} was to do is not done.`}
                confirm="Remove"
                onConfirm={() => void operate(queue, "remove", id)}
                trigger={<Button variant="quiet">Remove</Button>}
              />
            </span>,
          ],
        }))}
      />
    </Card>
  );
}
