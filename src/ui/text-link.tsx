import { cx } from "./cx";
import { SoftLink, type SoftLinkProps } from "./soft-link";

type TextLinkProps = SoftLinkProps & {
  /** Leads to a foreign site: opens there, and says nothing about us to it. */
  external?: boolean | undefined;
};

export function TextLink({ external, className, ...props }: TextLinkProps) {
  const away = external ? ({ target: "_blank", rel: "noopener noreferrer" } as const) : {};
  return <SoftLink {...props} {...away} className={cx("text-link underline", className)} />;
}
