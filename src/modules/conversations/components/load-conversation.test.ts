import { expect, test } from "vitest";
import type { MessageView } from "../schema";
import { loadConversation } from "./load-conversation";

const pageRows = 5;

const message = (place: number): MessageView => ({
  id: String(place).padStart(3, "0"),
  ticketId: "t",
  kind: "reply",
  state: "released",
  author: { id: "anna", name: "Anna", side: "customer" },
  html: "",
  releaseAt: null,
  createdAt: new Date(place * 60_000).toISOString(),
  attachments: [],
});

/** A server that knows `count` messages and gives them in pages. */
function serverWith(count: number) {
  const all = Array.from({ length: count }, (_, place) => message(place));
  const page = (end: number) => {
    const start = Math.max(0, end - pageRows);
    return { messages: all.slice(start, end), older: start > 0 ? String(start) : null };
  };
  return {
    newest: async () => ({ ...page(count), asOf: count }),
    olderThan: async (mark: string) => page(Number(mark)),
  };
}

const ids = (messages: readonly MessageView[]) => messages.map(({ id }) => Number(id));

test("a fetch after an absence loses none of the messages that somebody had loaded", async () => {
  const { newest, olderThan } = serverWith(40);
  const shown = message(3);
  const { messages, older } = await loadConversation(newest, olderThan, shown);
  expect(ids(messages)).toContain(3);
  expect(ids(messages)).toEqual(ids(messages).toSorted((one, other) => one - other));
  expect(messages.at(-1)?.id).toBe("039");
  expect(older).not.toBeUndefined();
});

test("who had loaded the newest alone gets no more than what came since", async () => {
  const { newest, olderThan } = serverWith(20);
  expect(ids((await loadConversation(newest, olderThan, message(16))).messages)).toEqual([
    15, 16, 17, 18, 19,
  ]);
  expect((await loadConversation(newest, olderThan, undefined)).messages).toHaveLength(pageRows);
});
