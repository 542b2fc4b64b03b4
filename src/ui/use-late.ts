"use client";

import { type ComponentType, useEffect, useState } from "react";

const againMs = 3_000;

/**
 * A component that is fetched after the first paint, so that a page is there before what keeps it
 * live; null until then. On a bad line it is asked for again until it comes.
 */
export function useLate<Props>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | null {
  const [late, setLate] = useState<{ Part: ComponentType<Props> } | null>(null);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      load().then(
        (Part) => {
          if (!gone) setLate({ Part });
        },
        () => {
          if (!gone) timer = setTimeout(ask, againMs);
        },
      );
    timer = setTimeout(ask, 0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [load]);

  return late?.Part ?? null;
}
