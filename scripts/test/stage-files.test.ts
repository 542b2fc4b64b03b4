import { expect, test } from "vitest";
import { filesOfStage } from "./stage-files";

const files = ["src/rule.test.ts", "src/store.test.ts", "load/kill.long.test.ts"];
const needsServices = (file: string) => file.includes("store");
const none: readonly string[] = [];
const asked = { files, words: none, needsServices, long: false };

test("ordinary stages never take a long proof, not in a long run either: it has a stage of its own", () => {
  expect(filesOfStage("both", asked)).toEqual(["src/rule.test.ts", "src/store.test.ts"]);
  expect(filesOfStage("both", { ...asked, long: true })).toHaveLength(2);
  expect(filesOfStage("unit", asked)).toEqual(["src/rule.test.ts"]);
  expect(filesOfStage("integration", asked)).toEqual(["src/store.test.ts"]);
  expect(filesOfStage("long", { ...asked, long: true })).toEqual(["load/kill.long.test.ts"]);
});

test("who names a file has it, whatever it needs, and a long one by its stage or in a long run", () => {
  expect(filesOfStage("unit", { ...asked, words: ["store"] })).toEqual(["src/store.test.ts"]);
  expect(filesOfStage("unit", { ...asked, words: ["kill"] })).toEqual([]);
  expect(filesOfStage("unit", { ...asked, words: ["kill"], long: true })).toHaveLength(1);
  expect(filesOfStage("long", { ...asked, words: ["src/"], long: true })).toEqual([]);
});
