import { expect, test } from "vitest";
import { activityWords } from "./activity-words";
import { untilReply } from "./snooze";

const says = (kind: string, detail: unknown = {}) =>
  activityWords({ kind, detail, actor: { name: "Mia" }, names: { leo: "Leo", anna: "Anna" } });

test.each([
  ["created", {}, "Mia opened the ticket"],
  ["created", { how: "outbound", requester: "Anna" }, "Mia wrote to Anna"],
  ["merged_in", { numbers: ["7", "8"] }, "Mia merged #7, #8 into this ticket"],
  ["split_off", { number: 9, messages: 2 }, "Mia split 2 messages off into #9"],
  ["linked", { number: 9, link: "incident", end: "to" }, "Mia linked #9 (incident)"],
  ["timed", { seconds: 5_400 }, "Mia spent 1 h 30 min on it"],
  ["redacted", { what: "words" }, "Mia removed words for good"],
  ["snoozed", { until: "2026-11-30T09:00:00.000Z" }, "Mia put it aside until 2026-11-30"],
  [
    "changed",
    { changes: [{ field: "assigneeId", from: null, to: "leo" }] },
    "Mia assigned it to Leo",
  ],
  [
    "changed",
    { changes: [{ field: "participantIds", from: ["leo"], to: ["anna"] }] },
    "Mia put Anna in copy and took Leo out of the copy",
  ],
  ["snoozed", { until: untilReply.toISOString() }, "Mia put it aside until the requester replies"],
])("%s is told in words", (kind, detail, words) => {
  expect(says(kind, detail)).toBe(words);
});
