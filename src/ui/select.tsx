import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

type SelectProps = ComponentProps<"select"> & { options?: readonly Option[] | undefined };

/** The browser's own select: every phone and every screen reader knows it. */
export function Select({ options, className, children, ...props }: SelectProps) {
  return (
    <span className={cx("relative block w-full", className)}>
      <select {...props} className={cx(controlClass, "min-h-control appearance-none pe-8")}>
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        size={16}
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-2 my-auto text-ink-2"
      />
    </span>
  );
}
