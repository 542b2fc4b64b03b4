"use client";

import { type RefObject, useEffect } from "react";

type Layer = typeof import("./tooltip-layer");

/** Fetched when a pointer or focus first rests on something that has a tip. */
let layer: Layer | undefined;
const loadLayer = async (): Promise<Layer> => {
  layer ??= await import("./tooltip-layer");
  return layer;
};

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
    let wanted = false;
    const show = () => {
      wanted = true;
      // Without it the words are still in the name or the description of what it belongs to.
      loadLayer().then(
        ({ showTip }) => {
          const anchor = anchorOf(target);
          if (wanted && anchor) showTip(anchor, text, keys);
        },
        () => undefined,
      );
    };
    const enter = (event: PointerEvent) => {
      if (event.pointerType === "mouse") waiting = setTimeout(show, hoverDelayMs);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) show();
    };
    const leave = () => {
      clearTimeout(waiting);
      wanted = false;
      layer?.hideTip();
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
      wanted = false;
      if (anchor) layer?.hideTipOf(anchor);
    };
  }, [element, text, keys, anchorOf]);
}

function itself(element: HTMLElement): Element {
  return element;
}
