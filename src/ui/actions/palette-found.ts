"use client";

import { useEffect, useState } from "react";
import type { Action, Choice } from "./action";
import { askedActions } from "./palette-actions";
import type { PaletteSource } from "./palette-source";

export interface FoundGroup {
  readonly id: string;
  readonly heading: string;
  readonly from: "argument" | "source";
  readonly choices: readonly Choice[];
}

interface Found {
  readonly typed: string;
  readonly groups: readonly FoundGroup[];
  readonly searching: boolean;
}

/** Typing is not interrupted by a request for every letter. */
const pauseMs = 80;

/**
 * What arguments and sources answer to the typed words. Each group shows when it arrives; what is
 * shown for the words before stays until then, and a source that fails only leaves its group out.
 */
export function useFound(
  typed: string,
  actions: readonly Action[],
  sources: readonly PaletteSource[],
): Found {
  const [found, setFound] = useState<Found>({ typed: "", groups: [], searching: false });

  useEffect(() => {
    const asking = new AbortController();
    const asked = [
      ...askedActions(actions, typed).map(({ action, words, choices }) => ({
        id: action.id,
        heading: action.label,
        from: "argument" as const,
        ask: async () => choices(words),
      })),
      ...sources.map(({ id, heading, find }) => ({
        id,
        heading,
        from: "source" as const,
        ask: () => find(typed.trim(), asking.signal),
      })),
    ];
    const timer = setTimeout(
      async () => {
        const groups = new Map<string, FoundGroup>();
        const show = (searching: boolean) => {
          if (asking.signal.aborted) return;
          const inOrder = asked.flatMap(({ id }) => groups.get(id) ?? []);
          setFound({ typed, groups: inOrder, searching });
        };
        await Promise.allSettled(
          asked.map(async ({ id, heading, from, ask }) => {
            const choices = await ask();
            if (choices.length > 0) groups.set(id, { id, heading, from, choices });
            show(true);
          }),
        );
        show(false);
      },
      typed === "" ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [typed, actions, sources]);

  return found.typed === typed ? found : { ...found, searching: true };
}
