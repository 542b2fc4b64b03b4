import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

/** Grows with its text where the browser can, up to half the screen. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...props}
      className={cx(
        controlClass,
        "field-sizing-content max-h-[50dvh] resize-y",
        rows > 2 ? "min-h-24" : "min-h-14",
        className,
      )}
    />
  );
}
