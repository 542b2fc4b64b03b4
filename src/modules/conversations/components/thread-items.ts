import type { MessageView } from "../schema";

export type Entry = {
  id: string;
  at: string;
  kind: string;
  detail?: unknown;
  actor: { id: string; name: string } | null;
};

export type ThreadItem =
  | { type: "day"; key: string; at: string }
  | { type: "message"; key: string; message: MessageView }
  | { type: "events"; key: string; entries: readonly Entry[] };

/** A conversation as it is read: messages in their order, what happened between them, and days. */
export function threadItems(
  messages: readonly MessageView[],
  entries: readonly Entry[],
  dayOf: (at: string) => string,
  complete: boolean,
): ThreadItem[] {
  const first = messages[0]?.createdAt;
  // What happened before the oldest message that is loaded comes with the older ones.
  const seen = entries.filter(
    (entry) => entry.kind !== "created" && (complete || first === undefined || entry.at >= first),
  );
  const moments = [
    ...messages.map((message) => ({ at: message.createdAt, message })),
    ...seen.map((entry) => ({ at: entry.at, entry })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

  const items: ThreadItem[] = [];
  let day = "";
  for (const moment of moments) {
    const thisDay = dayOf(moment.at);
    if (thisDay !== day) {
      day = thisDay;
      items.push({ type: "day", key: `day ${thisDay}`, at: moment.at });
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
