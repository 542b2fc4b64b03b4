"use client";

import type { TableColumn } from "@/modules/tickets/client";

type Keep = (columns: readonly TableColumn[]) => void;

let keeper: Keep | null = null;

/** Whoever keeps the display of the view takes what is done at the table itself; gives the way out. */
export function keepColumns(keep: Keep): () => void {
  keeper = keep;
  return () => {
    if (keeper === keep) keeper = null;
  };
}

export const changeColumns: Keep = (columns) => keeper?.(columns);
