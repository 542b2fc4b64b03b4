"use client";

import type { Appearance } from "./appearance";
import { saveAppearance } from "./save";

/** Shows the choice at once and keeps it for the next page. */
export function applyAppearance(appearance: Appearance): Promise<void> {
  const { dataset } = document.documentElement;
  for (const role of ["theme", "contrast", "density", "keys"] as const) {
    const value = appearance[role];
    if (value === undefined) delete dataset[role];
    else dataset[role] = value;
  }
  return saveAppearance(appearance);
}

/** What the page shows now. */
export function shownAppearance(): Appearance {
  const { theme, contrast, density, keys } = document.documentElement.dataset;
  return {
    theme: theme === "light" || theme === "dark" ? theme : undefined,
    contrast: contrast === "more" ? contrast : undefined,
    density: density === "compact" ? density : undefined,
    keys: keys === "off" ? keys : undefined,
  };
}
