import { expect, test } from "vitest";
import type { MessageView } from "../../schema";
import { joined, withNewer, withOlder } from "./join";

const message = (place: number): MessageView => ({
  id: String(place).padStart(4, "0"),
  ticketId: "t",
  kind: "reply",
  state: "released",
  author: { id: "anna", name: "Anna", side: "customer" },
  html: "",
  releaseAt: null,
  createdAt: new Date(place * 60_000).toISOString(),
  attachments: [],
});

/** Messages `from` to `to`, with a mark at each end that has more. */
const stretch = (from: number, to: number, all = 100) => ({
  messages: Array.from({ length: to - from + 1 }, (_, place) => message(from + place)),
  older: from === 0 ? null : String(from),
  newer: to === all - 1 ? null : String(to),
});
const tailFrom = (from: number) => {
  const { messages, older } = stretch(from, 99);
  return { messages, older };
};
const ids = (messages: readonly MessageView[]) => messages.map(({ id }) => Number(id));
const numbers = (from: number, to: number) => ids(stretch(from, to).messages);

test("a passage stays apart while messages are missing between it and the newest", () => {
  const shown = joined({ tail: tailFrom(90), passage: stretch(10, 20) });
  expect(ids(shown.passage?.messages ?? [])).toEqual(numbers(10, 20));
  expect(ids(shown.tail.messages)).toEqual(numbers(90, 99));
});

test("read on downwards, a passage becomes one with the newest, and nothing stands twice", () => {
  const passage = withNewer(stretch(70, 80), stretch(81, 95));
  const shown = joined({ tail: tailFrom(90), passage });
  expect(shown.passage).toBeNull();
  expect(ids(shown.tail.messages)).toEqual(numbers(70, 99));
  expect(shown.tail.older).toBe("70");
});

test("read on upwards, the newest reach a passage and go on from its beginning", () => {
  const tail = withOlder(tailFrom(50), stretch(20, 49));
  const shown = joined({ tail, passage: stretch(10, 25) });
  expect(shown.passage).toBeNull();
  expect(ids(shown.tail.messages)).toEqual(numbers(10, 99));
  expect(shown.tail.older).toBe("10");
});

test("a passage inside what is shown changes nothing", () => {
  const tail = tailFrom(10);
  expect(joined({ tail, passage: stretch(20, 30) })).toEqual({ tail, passage: null });
  const whole = tailFrom(0);
  expect(joined({ tail: whole, passage: stretch(0, 30) })).toEqual({ tail: whole, passage: null });
});

test("a passage grows upwards without losing where it ends", () => {
  const passage = withOlder(stretch(40, 50), stretch(30, 39));
  expect(ids(passage.messages)).toEqual(numbers(30, 50));
  expect([passage.older, passage.newer]).toEqual(["30", "50"]);
});
