"use client";

type Opened =
  | { readonly what: "palette"; readonly words: string }
  | { readonly what: "keys" }
  | null;

let opened: Opened = null;
const listeners = new Set<() => void>();

function show(next: Opened): void {
  opened = next;
  for (const listener of listeners) listener();
}

/** Opens the palette, with words typed already where a button leads to one action. */
export function openPalette(words = ""): void {
  show({ what: "palette", words });
}

export function openKeys(): void {
  show({ what: "keys" });
}

export function closeOpened(): void {
  show(null);
}

export function subscribeOpened(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const whatIsOpen = (): Opened => opened;
