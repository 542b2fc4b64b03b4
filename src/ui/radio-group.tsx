import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";
import type { Option } from "./select";

type RadioGroupProps = Omit<ComponentProps<"fieldset">, "onChange" | "defaultValue"> & {
  label: ReactNode;
  name: string;
  options: readonly (Option & { readonly hint?: string | undefined })[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
};

export function RadioGroup(props: RadioGroupProps) {
  const { label, name, options, value, defaultValue, onValueChange, className, ...native } = props;
  const id = useId();
  return (
    <fieldset {...native} className={cx("flex flex-col gap-1", className)}>
      <legend className="mb-1 font-semibold text-ink text-ui">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="inline-flex min-h-6 items-start gap-2 text-ink text-ui coarse:min-h-control"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            {...(value === undefined ? {} : { checked: value === option.value })}
            {...(defaultValue === undefined
              ? {}
              : { defaultChecked: defaultValue === option.value })}
            onChange={onValueChange && (() => onValueChange(option.value))}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>
            {option.label}
            {option.hint && (
              <span id={`${id}-${option.value}`} className="block text-ink-2 text-small">
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
