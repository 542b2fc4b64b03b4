import { expect, test } from "vitest";
import { lastWords } from "./explain";

test("a dead process is explained by its last logged error, not by its stack", () => {
  const tail = [
    '{"level":30,"msg":"started"}',
    '{"level":60,"msg":"cannot start","err":{"message":"AUTH_SECRET: must have 32 characters"}}',
    '{"level":30,"msg":"bye"}',
    "    at main (web/main.ts:1:1)",
  ];
  expect(lastWords(tail)).toBe("cannot start: AUTH_SECRET: must have 32 characters");
});

test("without a log, the line with the error is told", () => {
  const tail = ["file:///x.js:3", "^", "Error: Cannot find module 'y'", "    at z", "Node.js v20"];
  expect(lastWords(tail)).toBe("Error: Cannot find module 'y'");
});

test("silence is told as silence", () => {
  expect(lastWords([])).toBe("it said nothing");
});
