import { expect, test } from "vitest";
import { sessionWords, staffSentence } from "./words";

test("who works here is one sentence, in the singular, too", () => {
  expect(staffSentence({ agents: 1, admins: 2, suspended: 0, invited: 0 })).toBe(
    "1 agent and 2 admins work here.",
  );
  expect(staffSentence({ agents: 14, admins: 1, suspended: 1, invited: 1 })).toBe(
    "14 agents and 1 admin work here. 1 invitation is open. 1 suspended.",
  );
});

test("a suspension says what it ended, or that it is still to", () => {
  expect(sessionWords(3)).toBe("3 sessions ended");
  expect(sessionWords(1)).toBe("1 session ended");
  expect(sessionWords(null)).toContain("as soon as");
});
