import type { TableColumn } from "@/modules/tickets/client";

/** How a view is shown. A list beside the ticket keeps the columns for when it is a table again. */
export type Display = { readonly table: boolean; readonly columns: readonly TableColumn[] };

/** By the ids of views. */
export type Displays = Readonly<Record<string, Display>>;

/** What somebody sees: their own choice before the view's. */
export function shownDisplay(
  viewId: string,
  saved: Display | null,
  own: Displays,
): { display: Display | null; ownDisplay: boolean } {
  const chosen = own[viewId];
  return { display: chosen ?? saved, ownDisplay: chosen !== undefined };
}

/** With one view's display chosen or given up; of views that are gone nothing is kept. */
export function withDisplay(
  own: Displays,
  viewId: string,
  display: Display | null,
  known: readonly string[],
): Displays {
  const kept = Object.entries(own).filter(([id]) => id !== viewId && known.includes(id));
  return Object.fromEntries(display === null ? kept : [...kept, [viewId, display]]);
}
