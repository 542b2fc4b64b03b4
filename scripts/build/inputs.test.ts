import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashInputs, isInput } from "./inputs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "insightdesk-inputs-"));
  mkdirSync(join(root, "src", "app"), { recursive: true });
  writeFileSync(join(root, "src", "app", "page.tsx"), "export default 1;");
});

afterEach(() => rmSync(root, { recursive: true }));

test("a file that was only touched needs no new build", () => {
  const before = hashInputs(root, ["src"]);
  utimesSync(join(root, "src", "app", "page.tsx"), 1, 1);
  expect(hashInputs(root, ["src"])).toBe(before);
});

test("a changed, a new and a renamed file each need a new build", () => {
  const hashes = new Set([hashInputs(root, ["src"])]);
  writeFileSync(join(root, "src", "app", "page.tsx"), "export default 2;");
  hashes.add(hashInputs(root, ["src"]));
  writeFileSync(join(root, "src", "a.ts"), "");
  hashes.add(hashInputs(root, ["src"]));
  rmSync(join(root, "src", "a.ts"));
  writeFileSync(join(root, "src", "b.ts"), "");
  hashes.add(hashInputs(root, ["src"]));
  expect(hashes.size).toBe(4);
});

test("a changed test needs no new build", () => {
  const before = hashInputs(root, ["src"]);
  writeFileSync(join(root, "src", "app", "page.test.tsx"), "");
  expect(hashInputs(root, ["src"])).toBe(before);
  expect(isInput("src/modules/sla/clock.long.test.ts")).toBe(false);
  expect(isInput("src/modules/sla/contest.ts")).toBe(true);
});

test("an input that does not exist is no fault", () => {
  expect(hashInputs(root, ["public"])).toBe(hashInputs(root, []));
});
