import type { ReactNode } from "react";
import { cx } from "./cx";
import { softClass, type Tone } from "./tone";

interface StripProps {
  readonly tone?: Extract<Tone, "warn" | "info" | "note" | "bad"> | undefined;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** One line across a pane or page about the state of all below it. */
export function Strip({ tone = "warn", icon, action, children, className }: StripProps) {
  return (
    <div
      role="status"
      className={cx(
        "flex min-h-control shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-1 text-ui",
        softClass[tone],
        className,
      )}
    >
      {icon}
      <p className="min-w-0 flex-1 basis-60">{children}</p>
      {action}
    </div>
  );
}
