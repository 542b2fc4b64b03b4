import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

type TextLinkProps = ComponentProps<typeof Link> & {
  /** Leads to a foreign site: opens there, and says nothing about us to it. */
  external?: boolean | undefined;
};

export function TextLink({ external, className, ...props }: TextLinkProps) {
  const away = external ? ({ target: "_blank", rel: "noopener noreferrer" } as const) : {};
  return <Link {...props} {...away} className={cx("text-link underline", className)} />;
}
