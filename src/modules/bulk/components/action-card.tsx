"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "@/ui/button";
import { numberWords } from "@/ui/format/number";
import { Progress } from "@/ui/progress";
import type { BulkAction } from "./action-cards";
import { deedWords } from "./deed-words";
import { useBulk } from "./use-bulk";

const FailuresDialog = lazy(() => import("./failures-dialog"));

interface ActionCardProps {
  readonly action: BulkAction;
  readonly nameOf: (id: string) => string | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** One action: how far it is, what it left, and the way back. */
export function ActionCard({ action, nameOf, onClose }: ActionCardProps) {
  const { takeBack, stop } = useBulk();
  const [shown, setShown] = useState(false);
  const { total, done, failed, isRunning } = action;
  const words = `${action.isUndo ? "Undo: " : ""}${deedWords(action.deed, nameOf)}`;
  const rest = total - done - failed;
  const ended = [
    `${numberWords(done)} done`,
    failed > 0 ? `${numberWords(failed)} not` : "",
    action.isCancelled && rest > 0 ? `${numberWords(rest)} cancelled` : "",
    action.isUndone ? "taken back" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  return (
    <section
      aria-label={words}
      className="flex flex-wrap items-center gap-x-2 border-line border-b bg-raised px-4 py-1 text-ui"
    >
      {isRunning ? (
        <Progress label={words} value={done + failed} max={total} className="min-w-0 flex-1" />
      ) : (
        <p role="status" className="min-w-0 flex-1">
          {words}: {ended}
        </p>
      )}
      {isRunning && (
        <Button variant="quiet" onClick={() => stop(action.id)}>
          Cancel
        </Button>
      )}
      {failed > 0 && (
        <Button variant="quiet" onClick={() => setShown(true)}>
          Why not
        </Button>
      )}
      {action.mayUndo && (
        <Button variant="quiet" onClick={() => takeBack(action.id)}>
          Undo
        </Button>
      )}
      {onClose !== undefined && !isRunning && (
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      )}
      {shown && (
        <Suspense fallback={null}>
          <FailuresDialog actionId={action.id} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </section>
  );
}
