"use client";

import { useSyncExternalStore } from "react";
import type { ListRow } from "./held-list";

/** Which rows somebody has chosen to act on together. */
export type Selection = {
  /** Rows have boxes to tick. */
  readonly active: boolean;
  readonly rows: ReadonlyMap<string, ListRow>;
  /** Where a range begins. */
  readonly anchorId: string | null;
  /** All rows that are loaded are chosen, and there are more behind them. */
  readonly mayBeMore: boolean;
  /** Everything that this filter finds is chosen, loaded or not. */
  readonly matching: { readonly filter: string; readonly count: number } | null;
};

const none: Selection = {
  active: false,
  rows: new Map(),
  anchorId: null,
  mayBeMore: false,
  matching: null,
};

let now = none;
const listeners = new Set<() => void>();

function set(next: Selection): void {
  now = next;
  for (const listener of listeners) listener();
}

const only = (rows: ReadonlyMap<string, ListRow>, anchorId: string | null): Selection => ({
  ...none,
  active: true,
  rows,
  anchorId,
});

export const startSelecting = (): void => set({ ...none, active: true });
export const clearSelection = (): void => {
  if (now !== none) set(none);
};

export function toggleRow(row: ListRow): void {
  const rows = new Map(now.rows);
  if (!rows.delete(row.id)) rows.set(row.id, row);
  set(only(rows, row.id));
}

/** Adds all from where the range began to a row. */
export function selectTo(list: readonly ListRow[], from: ListRow, to: ListRow): void {
  // Where it began may be let go by now, in a long list.
  const isHere = list.some(({ id }) => id === now.anchorId);
  const anchorId = isHere && now.anchorId !== null ? now.anchorId : from.id;
  const start = list.findIndex(({ id }) => id === anchorId);
  const end = list.findIndex(({ id }) => id === to.id);
  const range = list.slice(Math.min(start, end), Math.max(start, end) + 1);
  set(only(new Map([...now.rows, ...range.map((row) => [row.id, row] as const)]), anchorId));
}

export function selectLoaded(list: readonly ListRow[], mayBeMore: boolean): void {
  set({ ...only(new Map(list.map((row) => [row.id, row])), null), mayBeMore });
}

export const selectMatching = (filter: string, count: number): void =>
  set({ ...now, matching: { filter, count } });

/** Rows that changed under somebody's eyes are chosen as they see them now. */
export function refreshSelected(list: readonly ListRow[]): void {
  const newer = list.filter((row) => {
    const held = now.rows.get(row.id);
    return held !== undefined && held !== row;
  });
  if (newer.length === 0) return;
  set({ ...now, rows: new Map([...now.rows, ...newer.map((row) => [row.id, row] as const)]) });
}

export const selection = (): Selection => now;
export const isSelecting = (): boolean => now.active;
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useSelection = (): Selection => useSyncExternalStore(subscribe, selection, () => none);
