import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** The words are heard and not seen, as in the rows of a table. */
  labelHidden?: boolean | undefined;
};

export function Checkbox({ label, hint, labelHidden, className, ...props }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className={cx("flex flex-col", className)}>
      <label className="inline-flex min-h-6 items-center gap-2 text-ink text-ui coarse:min-h-control">
        <input
          {...props}
          type="checkbox"
          aria-describedby={hint ? hintId : props["aria-describedby"]}
          className="size-4 shrink-0 accent-accent"
        />
        <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="ps-6 text-ink-2 text-small">
          {hint}
        </p>
      )}
    </div>
  );
}
