"use client";

import { useSyncExternalStore } from "react";

const wide = "(width >= 48rem)";

function subscribe(changed: () => void): () => void {
  const width = window.matchMedia(wide);
  width.addEventListener("change", changed);
  return () => width.removeEventListener("change", changed);
}

/** Whether there is room for more than one pane; what a server renders fits a phone. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => false,
  );
}
