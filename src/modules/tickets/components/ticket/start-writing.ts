"use client";

type Kind = "reply" | "note";

let wanted: Kind | null = null;
const listeners = new Set<(kind: Kind) => void>();

/** Asks the composer of the open ticket, or of the one that is about to open, to take focus. */
export function startWriting(kind: Kind): void {
  wanted = kind;
  for (const listener of listeners) listener(kind);
}

/** Hears of it, also of what was asked for just before. */
export function onStartWriting(listener: (kind: Kind) => void): () => void {
  listeners.add(listener);
  if (wanted !== null) listener(wanted);
  return () => listeners.delete(listener);
}

export function writingStarted(): void {
  wanted = null;
}
