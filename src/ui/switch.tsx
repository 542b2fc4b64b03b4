"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx";

interface SwitchProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly className?: string | undefined;
}

/** Takes effect at once; where a form must be sent first, use a checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cx("flex flex-col", className)}>
      <span className="inline-flex min-h-6 items-center gap-2 coarse:min-h-control">
        <button
          type="button"
          role="switch"
          id={id}
          aria-checked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onClick={() => onCheckedChange(!checked)}
          className="group relative h-6 w-10 shrink-0 rounded-full border border-line-strong bg-raised transition-colors aria-checked:border-accent aria-checked:bg-accent"
        >
          <span className="absolute inset-y-0 start-1 my-auto size-4 rounded-full border-4 border-line-strong transition-[translate] duration-hover group-aria-checked:translate-x-4 group-aria-checked:border-8 group-aria-checked:border-on-accent rtl:group-aria-checked:-translate-x-4" />
        </button>
        <label htmlFor={id} className="text-ink text-ui">
          {label}
        </label>
      </span>
      {hint && (
        <p id={`${id}-hint`} className="ps-12 text-ink-2 text-small">
          {hint}
        </p>
      )}
    </div>
  );
}
