import type { ReactNode } from "react";
import { cx } from "./cx";
import { softClass, type Tone } from "./tone";

interface NoticeProps {
  readonly tone?: Tone | undefined;
  readonly title?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** Words that matter for what stands around them. */
export function Notice({ tone = "info", title, action, className, children }: NoticeProps) {
  return (
    <div
      className={cx(
        "flex flex-wrap items-start gap-3 rounded-card border border-line p-3 text-ui",
        softClass[tone],
        className,
      )}
    >
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
