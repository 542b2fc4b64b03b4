import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "note" | "danger";

/** The edge is always there, so that a button keeps its shape where colours are forced. */
const shape =
  "inline-flex min-h-control min-w-control select-none items-center justify-center gap-2 rounded-control border px-3 py-0.5 text-ui font-semibold no-underline transition-colors aria-disabled:cursor-not-allowed aria-busy:cursor-progress";

const looks: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-transparent bg-accent text-on-accent not-aria-disabled:hover:bg-link",
  secondary: "border-line-strong bg-raised text-ink not-aria-disabled:hover:bg-hover",
  quiet:
    "border-transparent bg-transparent text-ink-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-pressed:bg-selected aria-pressed:text-ink",
  note: "border-transparent bg-note-button text-on-note-button",
  danger: "border-transparent bg-bad text-on-bad",
};

/** What cannot be used now loses its colour, not its words. */
const disabled =
  "aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3 disabled:border-line disabled:bg-sunken disabled:text-ink-3";

/** The look of a button, for a link or whatever else acts as one. */
export function buttonClass(variant: ButtonVariant = "secondary", className?: string): string {
  return cx(shape, looks[variant], disabled, className);
}
