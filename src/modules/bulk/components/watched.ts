"use client";

import { useSyncExternalStore } from "react";

let watched: ReadonlySet<string> = new Set();
const nothing: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>): void {
  watched = next;
  for (const listener of listeners) listener();
}

/** Actions whose cards stay until somebody closes them. */
export const watch = (actionId: string): void => {
  if (!watched.has(actionId)) set(new Set([...watched, actionId]));
};
export const unwatch = (actionId: string): void =>
  set(new Set([...watched].filter((id) => id !== actionId)));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useWatched = (): ReadonlySet<string> =>
  useSyncExternalStore(
    subscribe,
    () => watched,
    () => nothing,
  );
