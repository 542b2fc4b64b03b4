"use client";

import { useEffect, useEffectEvent } from "react";
import type { Field } from "./fields";

const listeners = new Set<(number: number, field: Field) => void>();

/** Opens a field's menu in the head of a ticket; false where no such head is on the screen. */
export function openField(number: number, field: Field): boolean {
  const heard = document.querySelector(`[data-fields-of="${number}"]`) !== null;
  for (const listener of listeners) listener(number, field);
  return heard;
}

export function useOpenField(then: (number: number, field: Field) => void): void {
  const hear = useEffectEvent(then);
  useEffect(() => {
    const listener = (number: number, field: Field) => hear(number, field);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
