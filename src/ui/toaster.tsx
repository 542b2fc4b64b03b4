"use client";

import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { CopyReference } from "./copy-reference";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import {
  dismissToast,
  type ShownToast,
  shownToasts,
  subscribeToasts,
  toastMs,
} from "./toast-store";

const none: readonly ShownToast[] = [];

/** The corner where toasts stand. The region is there before its words, so that they are spoken. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts, () => none);
  const [held, setHeld] = useState(false);
  return (
    <section
      aria-label="Messages"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] max-md:bottom-14 md:items-start md:p-4"
    >
      <div
        role="status"
        className="flex flex-col gap-2"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {toasts.map((one) => (
          <Toast key={one.id} toast={one} held={held} />
        ))}
      </div>
    </section>
  );
}

function Toast({ toast, held }: { toast: ShownToast; held: boolean }) {
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
