import type { MessageView } from "../../schema";
import type { Outgoing } from "../composer/outgoing-store";
import type { Entry } from "../entry";
import type { Shown } from "../past/join";

export type ThreadItem =
  | { type: "day"; key: string; at: string }
  | { type: "message"; key: string; message: MessageView }
  | { type: "events"; key: string; entries: readonly Entry[] }
  | { type: "new"; key: string }
  | { type: "gap"; key: string }
  | { type: "outgoing"; key: string; message: Outgoing };

/** Messages in their order, what happened between them, and days. */
function stretch(
  messages: readonly MessageView[],
  entries: readonly Entry[],
  dayOf: (at: string) => string,
): ThreadItem[] {
  const moments = [
    ...messages.map((message) => ({ at: message.createdAt, message })),
    ...entries.map((entry) => ({ at: entry.at, entry })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

  const items: ThreadItem[] = [];
  let day = "";
  for (const moment of moments) {
    const thisDay = dayOf(moment.at);
    if (thisDay !== day) {
      day = thisDay;
      const id = "message" in moment ? moment.message.id : moment.entry.id;
      items.push({ type: "day", key: `day ${id}`, at: moment.at });
    }
    const last = items.at(-1);
    if ("message" in moment)
      items.push({ type: "message", key: moment.message.id, message: moment.message });
    else if (last?.type === "events")
      items[items.length - 1] = { ...last, entries: [...last.entries, moment.entry] };
    else items.push({ type: "events", key: `events ${moment.entry.id}`, entries: [moment.entry] });
  }
  return items;
}

interface Conversation {
  readonly shown: Shown;
  readonly entries: readonly Entry[];
  readonly firstUnreadId?: string | null;
  readonly outgoing?: readonly Outgoing[];
}

/** A conversation as it is read; where messages are missing in it, a gap stands. */
export function threadItems(
  conversation: Conversation,
  dayOf: (at: string) => string,
): ThreadItem[] {
  const { shown, entries, firstUnreadId = null, outgoing = [] } = conversation;
  const { tail, passage } = shown;
  const told = entries.filter((entry) => entry.kind !== "created");
  // What happened before the oldest message that is loaded comes with the older ones.
  const since = (older: string | null, messages: readonly MessageView[]) =>
    older === null ? "" : (messages[0]?.createdAt ?? "");
  const tailStart =
    passage === null ? since(tail.older, tail.messages) : (tail.messages[0]?.createdAt ?? "");
  const items = stretch(
    tail.messages,
    told.filter((entry) => entry.at >= tailStart),
    dayOf,
  );
  if (passage !== null) {
    const start = since(passage.older, passage.messages);
    const end = passage.messages.at(-1)?.createdAt ?? "";
    const within = told.filter((entry) => entry.at >= start && entry.at <= end);
    items.unshift(...stretch(passage.messages, within, dayOf), { type: "gap", key: "gap" });
  }
  const unread = items.findIndex((item) => item.key === firstUnreadId);
  if (unread >= 0) items.splice(unread, 0, { type: "new", key: "new" });
  for (const message of outgoing) items.push({ type: "outgoing", key: message.commandId, message });
  return items;
}
