import { expect, test } from "vitest";
import type { MessageView } from "../../schema";
import { threadItems } from "./thread-items";

const at = (minute: number) => new Date(minute * 60_000).toISOString();
const message = (minute: number): MessageView => ({
  id: `m${minute}`,
  ticketId: "t",
  kind: "reply",
  state: "released",
  author: { id: "anna", name: "Anna", side: "customer" },
  html: "",
  releaseAt: null,
  createdAt: at(minute),
  attachments: [],
});
const entry = (minute: number) => ({
  id: `e${minute}`,
  at: at(minute),
  kind: "changed",
  actor: null,
});
const keys = (...[shown, entries]: Parameters<typeof conversation>) =>
  conversation(shown, entries)
    .filter((item) => item.type !== "day")
    .map((item) => item.key);
const conversation = (
  shown: Parameters<typeof threadItems>[0]["shown"],
  entries: Parameters<typeof threadItems>[0]["entries"],
) => threadItems({ shown, entries }, (time) => time.slice(0, 10));

test("what happened folds between the messages that it lies between", () => {
  const tail = { messages: [message(1), message(5)], older: null };
  expect(keys({ tail, passage: null }, [entry(2), entry(3), entry(6)])).toEqual([
    "m1",
    "events e2",
    "m5",
    "events e6",
  ]);
});

test("where messages are missing a gap stands, and what happened in it waits for them", () => {
  const tail = { messages: [message(50), message(60)], older: "mark" };
  const passage = { messages: [message(10), message(20)], older: "mark", newer: "mark" };
  const entries = [entry(5), entry(15), entry(30), entry(55)];
  expect(keys({ tail, passage }, entries)).toEqual([
    "m10",
    "events e15",
    "m20",
    "gap",
    "m50",
    "events e55",
    "m60",
  ]);
});

test("a day that lies on both sides of a gap is named on both, with a key of its own", () => {
  const tail = { messages: [message(50)], older: "mark" };
  const passage = { messages: [message(10)], older: "mark", newer: "mark" };
  const days = conversation({ tail, passage }, []).filter((item) => item.type === "day");
  expect(new Set(days.map((item) => item.key)).size).toBe(2);
});
