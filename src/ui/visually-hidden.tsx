import type { ComponentProps } from "react";

/** Words that are heard and not seen. */
export function VisuallyHidden(props: ComponentProps<"span">) {
  return <span {...props} className="sr-only" />;
}
