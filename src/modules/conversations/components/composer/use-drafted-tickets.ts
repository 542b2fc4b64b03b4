"use client";

import { useSyncExternalStore } from "react";
import { draftedTickets, subscribeDrafts } from "./draft-store";

const none: ReadonlySet<string> = new Set();

export function useDraftedTickets(): ReadonlySet<string> {
  return useSyncExternalStore(subscribeDrafts, draftedTickets, () => none);
}
