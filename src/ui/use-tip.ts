"use client";

import { type RefObject, useEffect } from "react";
import { hideTip, hideTipOf, showTip } from "./tooltip-layer";

const hoverDelayMs = 400;

/** Shows a tip for `anchorOf(element)` while the pointer rests on the element or focus is in it. */
export function useTip(
  element: RefObject<HTMLElement | null>,
  text: string | null,
  keys?: string,
  anchorOf: (element: HTMLElement) => Element | null = itself,
): void {
  useEffect(() => {
    const target = element.current;
    if (target === null || text === null) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const anchor = anchorOf(target);
      if (anchor) showTip(anchor, text, keys);
    };
    const enter = (event: PointerEvent) => {
      if (event.pointerType === "mouse") waiting = setTimeout(show, hoverDelayMs);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) show();
    };
    const leave = () => {
      clearTimeout(waiting);
      hideTip();
    };
    const listening = new AbortController();
    const options = { signal: listening.signal };
    target.addEventListener("pointerenter", enter, options);
    target.addEventListener("pointerleave", leave, options);
    target.addEventListener("pointerdown", leave, options);
    target.addEventListener("focusin", focus, options);
    target.addEventListener("focusout", leave, options);
    return () => {
      listening.abort();
      clearTimeout(waiting);
      const anchor = anchorOf(target);
      if (anchor) hideTipOf(anchor);
    };
  }, [element, text, keys, anchorOf]);
}

function itself(element: HTMLElement): Element {
  return element;
}
