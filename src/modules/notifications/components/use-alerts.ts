"use client";

import { changeOf } from "../live";
import { useTitleCount } from "./use-title-count";
import { useUnread } from "./use-unread";

/** How much is unread, for every screen of the console; mentions stand in the tab, and alerts ring. */
export function useAlerts(): number | undefined {
  const unread = useUnread((event) => {
    // Most people are at this window most of the time: what rings is fetched when it is to.
    if (changeOf(event)?.alert === true)
      void import("./ring").then(
        ({ ring }) => ring(event),
        () => undefined,
      );
  });
  useTitleCount(unread?.mentions ?? 0);
  return unread?.count;
}
