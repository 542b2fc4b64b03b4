import { expect, test } from "vitest";
import { intentFor } from "./intent";

let made = 0;
const makeId = () => {
  made += 1;
  return `id-${made}`;
};

test("a question that is sent again after a lost answer is the same question", () => {
  const first = intentFor(null, ["The door", "It jams", []], makeId);
  expect(intentFor(first, ["The door", "It jams", []], makeId)).toBe(first);
});

test("a question that was changed before it was sent again is another one", () => {
  const first = intentFor(null, ["The door", "It jams", []], makeId);
  const second = intentFor(first, ["The door", "It jams badly", []], makeId);
  expect(second.commandId).not.toBe(first.commandId);
});
