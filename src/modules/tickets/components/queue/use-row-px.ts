"use client";

import { useSyncExternalStore } from "react";

const comfortablePx = { "--row": 60, "--group": 28, "--cell": 36 } as const;
const remPx = 16;

function readPx(name: keyof typeof comfortablePx): number {
  const root = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(root.getPropertyValue(name));
  const size = Number.parseFloat(root.fontSize) || remPx;
  return Number.isFinite(rem) ? rem * size : comfortablePx[name];
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

/** The height of a row, of a table's row, or of a group's heading, which the style sheet decides by density, pointer and width. */
export function useRowPx(name: keyof typeof comfortablePx = "--row"): number {
  return useSyncExternalStore(
    subscribe,
    () => readPx(name),
    () => comfortablePx[name],
  );
}
