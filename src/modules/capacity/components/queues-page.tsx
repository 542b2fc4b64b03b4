"use client";

import { useState } from "react";
import { newId } from "@/platform/ids";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { durationWords } from "@/ui/format/duration";
import { numberWords } from "@/ui/format/number";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { AnswerPage } from "./answer-page";
import { FailedJobs } from "./failed-jobs";
import { FigureTable } from "./figure-table";
import type { Health } from "./process-health";

const refreshMs = 10_000;
const lateMs = 5_000;
type QueueView = RouterOutputs["capacity"]["queues"]["queues"][number];
export type QueueName = QueueView["queue"];

interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

function sentenceOf(
  views: readonly QueueView[],
  locale: string,
): { health: Health; sentence: string } {
  const paused = views.filter((view) => view.paused).map(({ queue }) => queue);
  if (paused.length > 0) return { health: "warning", sentence: `Paused: ${paused.join(", ")}.` };
  const [late] = views.filter(({ oldestMs }) => (oldestMs ?? 0) > lateMs);
  if (late === undefined)
    return { health: "ok", sentence: "Work is not late: no job waits longer than 5 seconds." };
  const waited = durationWords(late.oldestMs ?? 0, locale);
  return {
    health: "warning",
    sentence: `Work is late: the next job of ${late.queue} has waited ${waited}.`,
  };
}

type QueuesView = RouterOutputs["capacity"]["queues"];

/** What feeds the queues, and who empties them. */
function feedWords({ publishing, workers }: QueuesView, locale: string): string {
  const who =
    workers === 0
      ? "No worker answers."
      : `${numberWords(workers, locale)} ${workers === 1 ? "worker answers" : "workers answer"}.`;
  const { ageMs, parked } = publishing;
  const told =
    ageMs < lateMs
      ? "What happens is published at once."
      : `The oldest event that is not published has waited ${durationWords(ageMs, locale, "second")}.`;
  const waits =
    parked === 0 ? "" : ` ${numberWords(parked, locale)} wait for a newer process that knows them.`;
  return `${who} ${told}${waits}`;
}

/** Does what an operator asks of a queue, and says what became of it. */
export function useOperate() {
  const utils = trpc.useUtils();
  const operate = trpc.capacity.operateQueue.useMutation();
  return async (
    queue: QueueName,
    verb: "pause" | "resume" | "retry" | "remove",
    jobId?: string,
  ) => {
    try {
      await operate.mutateAsync({ commandId: newId(), queue, verb, jobId: jobId ?? null });
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : "It was not done.", tone: "bad" });
    }
    await Promise.all([
      utils.capacity.queues.invalidate(),
      utils.capacity.failedJobs.invalidate({ queue }),
      utils.capacity.operatorActions.invalidate(),
    ]);
  };
}

/** Is work late? The queues, the longest waiting first, with what failed and what was done about it. */
export function QueuesPage({ zone, locale }: PageProps) {
  const query = trpc.capacity.queues.useQuery(undefined, { refetchInterval: refreshMs });
  const actions = trpc.capacity.operatorActions.useQuery();
  const [open, setOpen] = useState<QueueName | null>(null);
  const operate = useOperate();
  const now = useNow(refreshMs);
  const views = query.data?.queues;
  const done = actions.data?.actions ?? [];
  const number = (value: number) => numberWords(Math.round(value), locale);
  const time = (ms: number | null) => (ms === null ? "–" : durationWords(ms, locale));
  const ms = (value: number | null) => (value === null ? "–" : `${number(value)} ms`);
  return (
    <AnswerPage
      title="Queues"
      answer={views === undefined ? undefined : sentenceOf(views, locale)}
      query={query}
    >
      {query.data !== undefined && (
        <p className="text-ink-2 text-ui">{feedWords(query.data, locale)}</p>
      )}
      <FigureTable
        caption="Queues, the one whose next job has waited longest first"
        columns={[
          { title: "Queue" },
          { title: "Oldest waiting", isFigure: true },
          { title: "Waiting", isFigure: true },
          { title: "Running", isFigure: true },
          { title: "Later", isFigure: true },
          { title: "Done a minute", isFigure: true },
          { title: "Wait p95", isFigure: true },
          { title: "Run p95", isFigure: true },
          { title: "Drained in", isFigure: true },
          { title: "Failed", isFigure: true },
          { title: "To do" },
        ]}
        rows={(views ?? []).map((view) => ({
          key: view.queue,
          cells: [
            <span key="name">
              {view.queue}
              <span className="block font-normal text-ink-2 text-small">{view.does}</span>
            </span>,
            time(view.oldestMs),
            number(view.waiting),
            number(view.active),
            number(view.delayed),
            number(view.donePerMinute),
            ms(view.msWaitP95),
            ms(view.msRunP95),
            view.waiting === 0 ? "Empty" : time(view.drainMs),
            number(view.failed),
            <span key="do" className="flex gap-1">
              <Button
                variant="quiet"
                onClick={() => void operate(view.queue, view.paused ? "resume" : "pause")}
              >
                {view.paused ? "Run again" : "Pause"}
                <span className="sr-only"> {view.queue}</span>
              </Button>
              {view.failed > 0 && (
                <Button variant="quiet" onClick={() => setOpen(view.queue)}>
                  Show failed
                </Button>
              )}
            </span>,
          ],
        }))}
      />
      {open !== null && <FailedJobs queue={open} zone={zone} locale={locale} />}
      {done.length > 0 && (
        <section aria-labelledby="queue-deeds" className="flex flex-col gap-3">
          <h2 id="queue-deeds" className="text-heading">
            What admins did last
          </h2>
          <FigureTable
            caption="What admins did last"
            columns={[{ title: "Done" }, { title: "By" }, { title: "When" }]}
            rows={done.map(({ id, action, subject, by, at }) => ({
              key: id,
              cells: [
                `${action}: ${subject}`,
                by,
                <Time key="at" value={at} now={now} zone={zone} locale={locale} />,
              ],
            }))}
          />
        </section>
      )}
    </AnswerPage>
  );
}
