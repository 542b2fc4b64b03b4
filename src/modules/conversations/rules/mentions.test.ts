import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionedIn } from "./mentions";

const people = [
  { id: "mia", name: "Mia Lund" },
  { id: "mial", name: "Mia Lundgren" },
  { id: "one", name: "Jörg" },
  { id: "two", name: "Jörg" },
];

test.each([
  ["Ask @Mia Lund, please", ["mia"]],
  ["@mia lund", ["mia"]],
  ["(@Mia Lundgren) knows", ["mial"]],
  ["@Mia Lund and @Mia Lundgren", ["mia", "mial"]],
  ["@Jörg?", ["one", "two"]],
  ["Mia Lund without a sign", []],
  ["write to help@Mia Lund", []],
  ["@Mia", []],
])("%s calls %j", (text, ids) => {
  expect(mentionedIn(text, people)).toEqual(ids);
});

test("nobody is called who is not named, whatever is written", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(mentionedIn(text.replaceAll("@", ""), people)).toEqual([]);
    }),
  );
});
