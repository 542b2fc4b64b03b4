"use client";

import { useRef, useState } from "react";

/**
 * What is loaded after the first paint and does the work from then on: null before, with a promise
 * for what has to wait for it.
 */
export function useLine<Hand>() {
  const hand = useRef<Hand | null>(null);
  const [{ line, ready }] = useState(() => {
    let arrive: (hand: Hand) => void = () => undefined;
    const line = new Promise<Hand>((resolve) => {
      arrive = resolve;
    });
    return {
      line,
      ready: (arrived: Hand) => {
        hand.current = arrived;
        arrive(arrived);
      },
    };
  });
  return { hand, line, ready };
}
