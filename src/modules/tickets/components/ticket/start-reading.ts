"use client";

import { useEffect } from "react";

export const titleId = "ticket-title";

let wanted: number | null = null;

const take = (): void => {
  wanted = null;
  document.getElementById(titleId)?.focus();
};

/** Focus goes to the head of a ticket as soon as it stands on the screen. */
export function startReading(number: number, shown: number | null): void {
  wanted = number;
  if (shown === number) take();
}

export function useStartReading(number: number): void {
  useEffect(() => {
    if (wanted === number) take();
  }, [number]);
}
