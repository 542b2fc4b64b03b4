"use client";

import { useEffect } from "react";
import { isMac } from "../platform-keys";
import type { Actions } from "./context";
import { meaningOf } from "./dispatch";
import { keepKey } from "./hold-keys";
import { keyPlaceOf } from "./key-place";
import { strokeOf } from "./stroke";

/** How long a first key of two waits for its second. */
const sequenceMs = 1_500;

/** Listens for the keys of all actions, after everything on the page had its turn. */
export function useKeyListener(actions: Actions): void {
  useEffect(() => {
    let begun: { readonly stroke: string; readonly atMs: number } | null = null;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { inField, inLayer } = keyPlaceOf(event.target, []);
      // A field of what has just opened waits for what was typed before.
      if ((!inField || inLayer) && keepKey(event)) {
        event.preventDefault();
        return;
      }
      const press = { ...keysHeld(event), key: event.key };
      const stroke = strokeOf(press, isMac());
      if (stroke === null) return;

      const waiting =
        begun !== null && event.timeStamp - begun.atMs < sequenceMs ? begun.stroke : null;
      begun = null;
      const place = keyPlaceOf(event.target, actions.lastUsed());
      const meaning = meaningOf(stroke, waiting, place, actions.registry.all(), actions);
      if (meaning === null) return;
      event.preventDefault();
      if (meaning.kind === "begun") begun = { stroke: meaning.stroke, atMs: event.timeStamp };
      else if (!event.repeat || meaning.action.repeats) actions.perform(meaning.action);
    };

    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [actions]);
}

type Held = Pick<KeyboardEvent, "shiftKey" | "ctrlKey" | "metaKey" | "altKey"> & {
  readonly getModifierState: (name: "AltGraph") => boolean;
};

/** The modifiers of a press, by the browser or by React. */
export function keysHeld(event: Held) {
  const { shiftKey, ctrlKey, metaKey, altKey } = event;
  return { shiftKey, ctrlKey, metaKey, altKey, altGraph: event.getModifierState("AltGraph") };
}
