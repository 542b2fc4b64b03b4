import { expect, test } from "vitest";
import type { MessageView } from "../../schema";
import { type Conversation, withFresh, withOlder } from "./conversation";
import { firstUnread } from "./first-unread";

const ticketId = "00000000-0000-7000-8000-000000000001";
const at = (minute: number) => `2026-11-24T12:${String(minute).padStart(2, "0")}:00.000Z`;

const said = (minute: number, by = "mia"): MessageView => ({
  id: `m${minute}`,
  ticketId,
  kind: "reply",
  state: "released",
  author: { id: by, name: by, side: by === "mia" ? "staff" : "customer" },
  html: "<p>words</p>",
  releaseAt: null,
  createdAt: at(minute),
  attachments: [],
});

const shown = (messages: MessageView[], more: Partial<Conversation> = {}): Conversation => ({
  row: {
    id: ticketId,
    number: 7,
    subject: "The door",
    status: "open",
    requester: { id: "anna", name: "Anna" },
    version: 1,
    mergedInto: null,
    lastWords: "words",
    createdAt: at(0),
    updatedAt: at(0),
    resolvedAt: null,
  },
  messages,
  older: null,
  seenAt: null,
  asOf: 1,
  ...more,
});
const ids = (conversation: Conversation) => conversation.messages.map((message) => message.id);

test("after a cut, earlier messages that were opened stay above the fresh ones", () => {
  const before = shown([said(1), said(2), said(3)], { older: "mark-1" });
  const fresh = shown([said(2), said(3), said(4)], { older: "mark-2", asOf: 9 });
  const after = withFresh(before, fresh);
  expect(ids(after)).toEqual(["m1", "m2", "m3", "m4"]);
  expect(after.older).toBe("mark-1");
});

test("after a cut with more new messages than a page, no hole is shown as if it were none", () => {
  const before = shown([said(1), said(2)]);
  const fresh = shown([said(8), said(9)], { older: "mark-8" });
  expect(ids(withFresh(before, fresh))).toEqual(["m8", "m9"]);
  expect(withFresh(before, fresh).older).toBe("mark-8");
});

test("earlier messages come above, once", () => {
  const after = withOlder(shown([said(2)]), { messages: [said(1), said(2)], older: null });
  expect(ids(after)).toEqual(["m1", "m2"]);
});

test("one's own answer is never new to oneself, and nothing is on a first visit", () => {
  const messages = [said(1), said(2, "anna"), said(3)];
  expect(firstUnread(shown(messages, { seenAt: at(1) }), "anna")).toBe("m3");
  expect(firstUnread(shown(messages), "anna")).toBeNull();
});
