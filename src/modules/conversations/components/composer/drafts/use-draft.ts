"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { limits } from "@/platform/limits";
import { browserStore } from "./browser-store";
import { type Draft, type DraftKey, emptyDraft } from "./draft";
import { DraftKeeper } from "./keeper";

const keepers = new Map<string, DraftKeeper>();
const pace = { pauseMs: limits.draftPauseMs, againMs: limits.draftAgainMs };

/** The one keeper of this page; only in a browser, because it remembers. */
function keeperOf(personId: string): DraftKeeper {
  const known = keepers.get(personId);
  if (known !== undefined) return known;
  const made = new DraftKeeper(browserStore(personId), pace);
  keepers.set(personId, made);
  return made;
}

const never = () => () => undefined;

export function useKeeper(): DraftKeeper | null {
  const me = useMe();
  return useSyncExternalStore(
    never,
    () => keeperOf(me.id),
    () => null,
  );
}

/** A draft as it stands; empty until the browser has taken over from the server. */
export function useDraft(key: DraftKey): { draft: Draft; keeper: DraftKeeper | null } {
  const keeper = useKeeper();
  const draft = useSyncExternalStore(
    keeper?.subscribe ?? never,
    () => keeper?.get(key) ?? emptyDraft,
    () => emptyDraft,
  );
  useEffect(() => keeper?.open(key), [keeper, key]);
  return { draft, keeper };
}

const none: ReadonlySet<string> = new Set();

/** The tickets in which something is written and not sent. */
export function useDraftedTickets(): ReadonlySet<string> {
  const keeper = useKeeper();
  return useSyncExternalStore(
    keeper?.subscribe ?? never,
    () => keeper?.tickets() ?? none,
    () => none,
  );
}
