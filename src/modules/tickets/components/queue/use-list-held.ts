"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether somebody is in a list: the pointer rests on it, or focus is in it. */
export function useListHeld(list: RefObject<HTMLElement | null>): boolean {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [scrolled, setScrolled] = useState(false);

  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const listening = new AbortController();
    const on = (name: string, then: (event: Event) => void) =>
      element.addEventListener(name, then, { signal: listening.signal, passive: true });
    const isMouse = (event: Event) =>
      event instanceof PointerEvent && event.pointerType === "mouse";
    on("pointerenter", (event) => isMouse(event) && setPointed(true));
    on("pointermove", (event) => isMouse(event) && setPointed(true));
    on("pointerleave", () => setPointed(false));
    on("focusin", () => setFocused(true));
    on("focusout", (event) => {
      const to = event instanceof FocusEvent ? event.relatedTarget : null;
      setFocused(to instanceof Node && element.contains(to));
    });
    // A finger leaves no pointer behind: who has scrolled is reading.
    on("scroll", () => setScrolled(element.scrollTop > 0));
    return () => listening.abort();
  }, [list]);

  return pointed || focused || scrolled;
}
