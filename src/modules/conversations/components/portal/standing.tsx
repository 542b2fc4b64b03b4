import type { ReactNode } from "react";

interface StandingProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly good?: boolean;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** Says that a request has come to its end, with the way on. */
export function Standing({ title, text, good = false, children }: StandingProps) {
  return (
    <div
      className={`flex flex-wrap items-center gap-3 rounded-card border border-line p-3 text-ui ${good ? "bg-good-soft text-on-good-soft" : "bg-sunken text-ink"}`}
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <p>{text}</p>
      </div>
      {children}
    </div>
  );
}
