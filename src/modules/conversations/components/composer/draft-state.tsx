"use client";

import { useMe } from "@/modules/tickets/components/me";
import { clockTime } from "@/ui/format/time";
import type { Draft } from "./drafts/draft";
import { isEmpty } from "./drafts/draft";

/** Where one's words are safe, in a few words. */
export function DraftState({ draft, isNote }: { draft: Draft; isNote: boolean }) {
  const { timeZone: zone, locale } = useMe();
  return (
    <span role="status" className={isNote ? "text-note-ink text-small" : "text-ink-3 text-small"}>
      {!isEmpty(draft) && draft.kept === "browser" && "Kept in this browser"}
      {draft.kept === "server" &&
        draft.savedAtMs !== null &&
        `Saved ${clockTime(new Date(draft.savedAtMs), { zone, locale })}`}
    </span>
  );
}
