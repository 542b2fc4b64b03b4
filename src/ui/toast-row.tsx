"use client";

import { X } from "lucide-react";
import { useEffect } from "react";
import { Button } from "./button";
import { CopyReference } from "./copy-reference";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import { dismissToast, type ShownToast, toastMs } from "./toast-store";

export interface ToastRowProps {
  readonly toast: ShownToast;
  /** Somebody is at the toasts: none of them goes. */
  readonly held: boolean;
}

export function ToastRow({ toast, held }: ToastRowProps) {
  const { id, text, tone, undo, action, reference, ms = toastMs } = toast;

  useEffect(() => {
    if (held || ms === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => dismissToast(id), ms);
    return () => clearTimeout(timer);
  }, [id, ms, held]);

  const act = (run: () => void) => () => {
    dismissToast(id);
    run();
  };
  return (
    <div
      className={cx(
        "pointer-events-auto flex w-96 max-w-[calc(100vw-1rem)] animate-appear items-center gap-2 rounded-card border border-line bg-raised py-1 ps-4 pe-1 text-ink text-ui shadow-float",
        tone === "bad" && "border-s-4 border-s-bad",
        tone === "good" && "border-s-4 border-s-good",
      )}
    >
      <p className="min-w-0 flex-1 py-1">
        {text}
        {reference !== undefined && <CopyReference reference={reference} />}
      </p>
      {undo && (
        <Button variant="quiet" className="text-link" onClick={act(undo)}>
          Undo
        </Button>
      )}
      {action && (
        <Button variant="quiet" className="text-link" onClick={act(action.run)}>
          {action.label}
        </Button>
      )}
      <IconButton
        name="Dismiss"
        icon={<X size={16} aria-hidden="true" />}
        onClick={() => dismissToast(id)}
      />
    </div>
  );
}
