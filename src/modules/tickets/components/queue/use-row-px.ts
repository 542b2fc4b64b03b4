"use client";

import { useSyncExternalStore } from "react";

const comfortablePx = 60;
const remPx = 16;

function readRowPx(): number {
  const root = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(root.getPropertyValue("--row"));
  const size = Number.parseFloat(root.fontSize) || remPx;
  return Number.isFinite(rem) ? rem * size : comfortablePx;
}

function subscribe(changed: () => void): () => void {
  const density = new MutationObserver(changed);
  density.observe(document.documentElement, { attributeFilter: ["data-density"] });
  window.addEventListener("resize", changed);
  return () => {
    density.disconnect();
    window.removeEventListener("resize", changed);
  };
}

/** The height of a row, which the style sheet decides by density, pointer and width. */
export function useRowPx(): number {
  return useSyncExternalStore(subscribe, readRowPx, () => comfortablePx);
}
