import { morePressing, type Reason } from "./reasons";

/** What a row of the inbox says of its ticket. */
export type InboxState = {
  reason: Reason;
  byId: string | null;
  messageId: string | null;
  words: string;
  news: number;
  unread: boolean;
  snoozedUntil: Date | null;
  doneAt: Date | null;
  happenedAt: Date;
};

export type News = Pick<InboxState, "reason" | "byId" | "messageId" | "words" | "happenedAt">;

/**
 * Something more happened on a ticket: it comes back to the top and is unread. The reason stays the
 * most pressing one of all that was not read; one message that is told for two reasons counts once.
 */
export function withNews(before: InboxState | null, news: News): InboxState {
  const fresh = { news: 1, unread: true, snoozedUntil: null, doneAt: null };
  if (before === null) return { ...news, ...fresh };
  const pending = before.unread && before.doneAt === null;
  const same = news.messageId !== null && news.messageId === before.messageId;
  const isLatest = news.happenedAt >= before.happenedAt;
  return {
    ...(isLatest ? news : before),
    ...fresh,
    reason: pending ? morePressing(before.reason, news.reason) : news.reason,
    news: pending ? before.news + (same ? 0 : 1) : 1,
    // A snoozed ticket stays away until its time, unless somebody is called by name.
    snoozedUntil: news.reason === "mention" ? null : before.snoozedUntil,
  };
}

export const triageVerbs = ["done", "restore", "read", "unread", "snooze"] as const;
export type TriageVerb = (typeof triageVerbs)[number];

/** What somebody does with a row; null when that changes nothing. */
export function triaged(
  state: InboxState,
  verb: TriageVerb,
  now: Date,
  until: Date | null,
): InboxState | null {
  const shown = { ...state, doneAt: null, snoozedUntil: null };
  switch (verb) {
    case "done":
      if (state.doneAt !== null) return null;
      return { ...state, doneAt: now, unread: false, news: 0, snoozedUntil: null };
    case "restore":
      return state.doneAt === null && state.snoozedUntil === null ? null : shown;
    case "read":
      return state.unread ? { ...state, unread: false, news: 0 } : null;
    case "unread":
      if (state.unread && state.doneAt === null && state.snoozedUntil === null) return null;
      return { ...shown, unread: true, news: Math.max(1, state.news) };
    case "snooze":
      return { ...state, snoozedUntil: until, doneAt: null };
  }
}
