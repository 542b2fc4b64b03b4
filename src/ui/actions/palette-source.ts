"use client";

import { useEffect, useRef } from "react";
import type { Choice } from "./action";
import { useActionsContext } from "./context";

/** Something else that the palette finds: tickets, places, people. */
export interface PaletteSource {
  readonly id: string;
  readonly heading: string;
  /** With no words it answers with what one most likely wants, such as recent tickets. */
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Choice[]>;
}

export interface PaletteSources {
  readonly add: (source: PaletteSource) => () => void;
  readonly all: () => readonly PaletteSource[];
}

export function createPaletteSources(): PaletteSources {
  let sources: readonly PaletteSource[] = [];
  return {
    add(source) {
      sources = [...sources, source];
      return () => {
        sources = sources.filter((one) => one !== source);
      };
    },
    all: () => sources,
  };
}

/** Adds a source while the component is mounted; it always asks the latest `find`. */
export function usePaletteSource(source: PaletteSource): void {
  const { sources } = useActionsContext();
  const latest = useRef(source.find);
  useEffect(() => {
    latest.current = source.find;
  });
  const { id, heading } = source;
  useEffect(
    () => sources.add({ id, heading, find: (words, signal) => latest.current(words, signal) }),
    [sources, id, heading],
  );
}
