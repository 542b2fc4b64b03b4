"use client";

import { cx } from "./cx";
import { keyCaps } from "./keys";
import { useIsMac } from "./platform-keys";

/** Keys as caps, for eyes only: the control itself tells assistive technology by `aria-keyshortcuts`. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const caps = keyCaps(keys, useIsMac());
  return (
    <span className={cx("inline-flex shrink-0 gap-0.5", className)} aria-hidden="true">
      {caps.map((cap) => (
        <kbd
          key={cap}
          className="min-w-4 rounded-control border border-line-strong px-1 text-center font-sans text-small"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
