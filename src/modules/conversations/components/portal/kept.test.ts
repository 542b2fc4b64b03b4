import fc from "fast-check";
import { expect, test } from "vitest";
import { parseKept } from "./kept";

const nowMs = Date.UTC(2026, 10, 24, 12);
const hourMs = 3_600_000;
const aFile = (keptAtMs: number) => ({ attachmentId: "a", name: "door.png", bytes: 3, keptAtMs });

test("what was written is there after signing in again, with the id it was sent under", () => {
  const kept = {
    subject: "The door",
    body: "It **jams**.",
    files: [aFile(nowMs - hourMs)],
    intent: { commandId: "c", content: "[]" },
  };
  expect(parseKept(JSON.stringify(kept), nowMs)).toEqual(kept);
});

test("a file that the server has removed meanwhile is not offered again", () => {
  const kept = { subject: "", body: "x", files: [aFile(nowMs - 24 * hourMs)], intent: null };
  expect(parseKept(JSON.stringify(kept), nowMs)?.files).toEqual([]);
});

test("whatever stands in the browser's storage, the form opens", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const kept = parseKept(text, nowMs);
      expect(kept === null || typeof kept.body === "string").toBe(true);
    }),
  );
});
