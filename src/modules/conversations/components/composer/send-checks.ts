import type { MessageView } from "../../schema";

/** Why a person should look again before it goes; null when nothing speaks against it. */
export type Doubt =
  | { kind: "arrived"; messages: readonly MessageView[] }
  | { kind: "mention"; name: string };

/** What others said since a draft was begun, which its author may not have read. */
export function arrivedSince(
  messages: readonly MessageView[],
  after: string | null,
  meId: string,
): readonly MessageView[] {
  const place = messages.findIndex((message) => message.id === after);
  if (place < 0) return [];
  return messages
    .slice(place + 1)
    .filter((message) => message.author.id !== meId && message.state === "released");
}

/** The names that a text calls: what follows an "@" that stands in no address. */
export const callsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}._-])@(\p{L}[\p{L}'-]*)/gu)].map((found) =>
      (found[1] ?? "").toLocaleLowerCase(),
    ),
  );

/** A colleague who is addressed in a text that a customer is going to read. */
export function mentioned(text: string, colleagues: readonly string[]): string | null {
  const called = callsIn(text);
  return (
    colleagues.find((name) => called.has((name.split(" ")[0] ?? name).toLocaleLowerCase())) ?? null
  );
}
