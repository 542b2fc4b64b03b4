import { type ComponentProps, useId } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";
import { Kbd } from "./kbd";
import { ariaKeys } from "./keys";
import { Tooltip } from "./tooltip";

export { ButtonLink } from "./button-link";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant | undefined;
  /** The change is on its way: the button keeps its words and its place and takes no second click. */
  busy?: boolean | undefined;
  keys?: string | undefined;
  /** Why it cannot be used now; it stays in the order of focus, so that everybody can find out. */
  disabledReason?: string | null | undefined;
};

export function Button(props: ButtonProps) {
  const { variant, busy = false, keys, disabledReason, className, children, ...native } = props;
  const reasonId = useId();
  const refused = typeof disabledReason === "string";
  const inert = refused || busy;
  const button = (
    <button
      type="button"
      {...native}
      {...(inert ? { type: "button", onClick: undefined, "aria-disabled": true } : {})}
      aria-busy={busy || undefined}
      aria-keyshortcuts={ariaKeys(keys)}
      aria-describedby={refused ? reasonId : native["aria-describedby"]}
      className={buttonClass(variant, className)}
    >
      {children}
      {keys !== undefined && !inert && <Kbd keys={keys} className="coarse:hidden" />}
      {refused && (
        <span hidden id={reasonId}>
          {disabledReason}
        </span>
      )}
    </button>
  );
  return refused ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}
