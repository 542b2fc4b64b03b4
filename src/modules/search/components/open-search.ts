"use client";

let isOpen = false;
const listeners = new Set<() => void>();

/** Shows or hides the search above whatever page one is on. */
export function showSearch(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

export const searchIsOpen = (): boolean => isOpen;

export function subscribeSearch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
