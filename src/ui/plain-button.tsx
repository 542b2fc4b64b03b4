import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type PlainButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant | undefined;
  /** As in `Button`: it keeps its words and its place and takes no second click. */
  busy?: boolean | undefined;
};

/** A button without keys and reasons, for the portal: a phone does not load what it never shows. */
export function PlainButton({ variant, busy = false, className, ...native }: PlainButtonProps) {
  return (
    <button
      type="button"
      {...native}
      {...(busy ? { type: "button", onClick: undefined, "aria-disabled": true } : {})}
      aria-busy={busy || undefined}
      className={buttonClass(variant, className)}
    />
  );
}
