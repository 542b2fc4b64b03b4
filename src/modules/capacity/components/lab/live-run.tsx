"use client";

import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Progress } from "@/ui/progress";
import { labLengthMs } from "../../rules/lab/options";
import type { PageProps } from "./lab-page";
import type { LabProgress, LabRun } from "./lab-words";
import { RunCharts } from "./run-charts";

interface LiveRunProps extends PageProps {
  readonly run: LabRun;
  readonly progress: LabProgress;
}

const waitingWords = "Waiting for the one who supervises the processes to take it up.";

/** A run as it goes: what it does, how far it is, and what the visitors get. */
export function LiveRun({ run, progress, zone, locale }: LiveRunProps) {
  const utils = trpc.useUtils();
  const cancel = trpc.capacity.cancelLoadRun.useMutation();
  const { change, busy, refused } = useChange();
  const windows = progress?.windows ?? [];
  const latest = windows.at(-1);
  const seconds = Math.max(1, Math.round(labLengthMs(run.options) / 1_000));
  const stop = () =>
    change(({ commandId }) => cancel.mutateAsync({ commandId, runId: run.id }), {
      done: "The run is told to end",
      next: () => void utils.capacity.loadRuns.invalidate(),
    });
  return (
    <Card
      title="This run"
      actions={
        <Button
          variant="danger"
          busy={busy}
          disabledReason={run.cancelAsked ? "It is ending" : null}
          onClick={() => void stop()}
        >
          Cancel the run
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Refused words={refused} />
        {latest === undefined ? (
          <p className="text-ui">
            {run.state === "asked" ? waitingWords : progress?.says || "It is about to begin."}
          </p>
        ) : (
          <>
            <Progress
              label={progress?.phase === "ending" ? "Ending" : "Seconds of the scenario"}
              value={Math.min(seconds, Math.round(latest.seconds))}
              max={seconds}
              locale={locale}
            />
            <RunCharts
              runs={[{ name: "This run", windows, judgedBy: run.judgedBy }]}
              zone={zone}
              locale={locale}
            />
          </>
        )}
      </div>
    </Card>
  );
}
