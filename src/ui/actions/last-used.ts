"use client";

import { useEffect, useRef } from "react";
import { regionsAround } from "./key-place";
import type { Scope } from "./keymap";

/** Remembers in which regions one last was: focus is often nowhere after a click. */
export function useLastUsed(): () => readonly Scope[] {
  const order = useRef<readonly Scope[]>(["ticket", "list", "notifications"]);
  useEffect(() => {
    const note = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      const regions = regionsAround(target, null);
      if (regions.length === 0) return;
      order.current = [...regions, ...order.current.filter((scope) => !regions.includes(scope))];
    };
    const listening = new AbortController();
    document.addEventListener("focusin", note, { signal: listening.signal });
    document.addEventListener("pointerdown", note, { signal: listening.signal, passive: true });
    return () => listening.abort();
  }, []);
  return useRef(() => order.current).current;
}
