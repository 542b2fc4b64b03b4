"use client";

import { useState } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Progress } from "@/ui/progress";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast-store";
import { readError } from "./error-words";

const watchMs = 1_000;
const restMs = 10_000;
const nobody = "nobody";

const tickets = (count: number) => (count === 1 ? "1 open ticket" : `${count} open tickets`);

/** What somebody holds, and the way to give it to others before they leave. */
export function HandoverCard({ fromId }: { fromId: string }) {
  const query = trpc.tickets.handover.useQuery(
    { fromId },
    {
      refetchInterval: ({ state }) => (state.data?.last?.finishedAt === null ? watchMs : restMs),
    },
  );
  const agents = trpc.identity.agents.useQuery({});
  const start = trpc.tickets.handOver.useMutation();
  const [toId, setToId] = useState(nobody);
  const { data } = query;
  if (data === undefined) return null;
  const { holds, last } = data;
  const isRunning = last !== null && last.finishedAt === null;
  const others = (agents.data?.people ?? []).filter(({ id }) => id !== fromId);

  const handOver = async () => {
    try {
      await start.mutateAsync({
        commandId: newId(),
        fromId,
        toId: toId === nobody ? null : toId,
      });
    } catch (error) {
      const { words, reference } = readError(error);
      toast({ tone: "bad", text: words, reference });
    }
    void query.refetch();
  };

  return (
    <Card title="Tickets">
      <p className="text-body text-ink-2" role="status">
        {holds === 0 ? "They have no open ticket." : `They have ${tickets(holds)}.`}
        {last !== null && !isRunning && last.total > 0 && (
          <>
            {" "}
            {last.moved} went to {last.toName ?? "their teams"}.
          </>
        )}
      </p>
      {isRunning && (
        <Progress
          className="mt-3"
          label={`Handing over to ${last.toName ?? "their teams"}`}
          value={last.moved}
          max={Math.max(last.total, last.moved, 1)}
        />
      )}
      {holds > 0 && !isRunning && (
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <Field label="Give them to">
            {(control) => (
              <Select
                {...control}
                value={toId}
                onChange={({ target }) => setToId(target.value)}
                options={[
                  { value: nobody, label: "Nobody: each stays with its team" },
                  ...others.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Field>
          <Button busy={start.isPending} onClick={() => void handOver()}>
            Hand over {tickets(holds)}
          </Button>
        </div>
      )}
    </Card>
  );
}
