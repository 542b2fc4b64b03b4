import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input type="text" {...props} className={cx(controlClass, "min-h-control", className)} />;
}
