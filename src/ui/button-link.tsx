import { type ButtonVariant, buttonClass } from "./button-class";
import { SoftLink, type SoftLinkProps } from "./soft-link";

export type ButtonLinkProps = SoftLinkProps & { variant?: ButtonVariant | undefined };

/** A way to another page that looks like a button. */
export function ButtonLink({ variant, className, ...props }: ButtonLinkProps) {
  return <SoftLink {...props} className={buttonClass(variant, className)} />;
}
