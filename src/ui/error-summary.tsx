"use client";

import { useEffect, useRef } from "react";
import { useSay } from "./words";

export interface FieldError {
  /** The id of the control that is wrong. */
  readonly id: string;
  readonly label: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** Counts the attempts to send: each failed one brings focus here again. */
  readonly attempt: number;
  readonly title?: string | undefined;
}

/** What is wrong with a form, each line a way to its field; takes focus, input is kept. */
export function ErrorSummary({ errors, attempt, title }: ErrorSummaryProps) {
  const say = useSay("ui");
  const box = useRef<HTMLDivElement>(null);
  const wrong = errors.length > 0;

  useEffect(() => {
    if (attempt > 0 && wrong) box.current?.focus();
  }, [attempt, wrong]);

  if (!wrong) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-card border border-bad bg-bad-soft p-4 text-on-bad-soft"
    >
      <h2 className="text-heading">{title ?? say("problems", { count: errors.length })}</h2>
      <ul className="mt-2 flex flex-col gap-1 text-ui">
        {errors.map((error) => (
          <li key={error.id}>
            <a
              href={`#${error.id}`}
              className="underline"
              onClick={(event) => {
                const control = document.getElementById(error.id);
                if (control === null) return;
                event.preventDefault();
                control.focus();
              }}
            >
              {error.label}: {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
