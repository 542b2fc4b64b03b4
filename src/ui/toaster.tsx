"use client";

import { useState, useSyncExternalStore } from "react";
import type { ToastRowProps } from "./toast-row";
import { type ShownToast, shownToasts, subscribeToasts } from "./toast-store";
import { useLate } from "./use-late";

/** No toast stands there with the page. */
const loadRow = () => import("./toast-row").then(({ ToastRow }) => ToastRow);

const none: readonly ShownToast[] = [];

/** The corner where toasts stand. The region is there before its words, so that they are spoken. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts, () => none);
  const [held, setHeld] = useState(false);
  const Row = useLate<ToastRowProps>(loadRow);
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
        {Row !== null && toasts.map((one) => <Row key={one.id} toast={one} held={held} />)}
      </div>
    </section>
  );
}
