import { expect, test } from "vitest";
import type { Check } from "./check";
import { reportOn } from "./report";

const tree = { root: "", paths: [], folders: [], sources: [], read: () => "" };
const fine: Check = { name: "fine", look: () => ({ looked: "3 files", findings: [] }) };
const finding = { path: "src/a.ts", line: 7, says: "is wrong: mend it" };
const broken: Check = { name: "broken", look: () => ({ looked: "1 file", findings: [finding] }) };
const stuck: Check = {
  name: "stuck",
  look: () => {
    throw new Error("no eyes");
  },
};

test("one line a check, the findings below it, and the count at the end", async () => {
  const { text, failed } = await reportOn(tree, [fine, broken]);
  expect(failed).toBe(1);
  expect(text).toBe(
    "ok  fine (3 files)\nno  broken (1 file)\n      src/a.ts:7  is wrong: mend it\n\n1 passed, 1 failed\n",
  );
});

test("a check that cannot look has failed", async () => {
  const { text, failed } = await reportOn(tree, [stuck]);
  expect(failed).toBe(1);
  expect(text).toContain("the check could not look: no eyes");
});
