export const scrimClass = "fixed inset-0 z-40 animate-appear bg-scrim";

/** A dialog is a sheet at the foot of a phone, and a card in the middle of anything wider. */
export const dialogClass =
  "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] w-full animate-appear flex-col rounded-t-dialog border border-line bg-raised text-ink shadow-float md:inset-y-0 md:my-auto md:h-fit md:rounded-dialog";

export const dialogWidthClass = {
  small: "md:max-w-small",
  medium: "md:max-w-medium",
  large: "md:max-w-large",
} as const;

export const floatClass =
  "z-50 max-h-(--radix-popper-available-height) max-w-[calc(100vw-1rem)] animate-appear overflow-y-auto rounded-card border border-line bg-raised text-ink shadow-float";

export const menuItemClass =
  "flex min-h-control select-none items-center gap-2 rounded-control px-2 text-ui outline-none data-highlighted:bg-selected data-disabled:text-ink-3";
