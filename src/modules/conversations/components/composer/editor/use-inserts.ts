"use client";

import { useEffect, useState } from "react";
import type { Insert, Inserter } from "./inserter";
import type { Trigger } from "./trigger";

const shownMax = 8;
const none: readonly Insert[] = [];

/** The items that fit what is typed, from all sources of the sign. */
export function useInserts(
  inserters: readonly Inserter[],
  trigger: Trigger | null,
): readonly Insert[] {
  const [items, setItems] = useState<readonly Insert[]>(none);
  const sign = trigger?.sign;
  const words = trigger?.words ?? "";
  useEffect(() => {
    if (sign === undefined) {
      setItems(none);
      return;
    }
    let gone = false;
    const asked = inserters.filter((one) => one.sign === sign).map((one) => one.find(words));
    void Promise.all(asked).then(
      (found) => !gone && setItems(found.flat().slice(0, shownMax)),
      () => !gone && setItems(none),
    );
    return () => {
      gone = true;
    };
  }, [inserters, sign, words]);
  return items;
}
