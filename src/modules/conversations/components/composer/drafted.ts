"use client";

import { useSyncExternalStore } from "react";

const none: ReadonlySet<string> = new Set();
let drafted = none;
const listeners = new Set<() => void>();

/** Told by what keeps the drafts, which comes after the first paint. */
export function setDrafted(tickets: ReadonlySet<string>): void {
  drafted = tickets;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The tickets in which something is written and not sent. */
export function useDraftedTickets(): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    () => drafted,
    () => none,
  );
}
