import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { allTestFiles, servicesFinder } from "./test-files";

const root = mkdtempSync(join(tmpdir(), "insightdesk-files-"));
afterAll(() => rmSync(root, { recursive: true }));

mkdirSync(join(root, "src", "testing"), { recursive: true });
const write = (file: string, text: string) => writeFileSync(join(root, "src", file), text);
// Put together here, so that this file itself is not taken for one on real services.
write(
  "testing/database.ts",
  `export const url = process.env.${["TEST", "POSTGRES", "URL"].join("_")};`,
);
write("testing/builders.ts", 'import "../rule";');
write("rule.ts", 'import { b } from "./testing/builders";');
write("rule.test.ts", 'import { rule } from "./rule";');
write("store.ts", 'export { url } from "@/testing/database";');
write("store.test.ts", 'import { x } from "zod"; const y = await import("./store");');

test("a test on real services is told by what it reaches, however far away", () => {
  expect(servicesFinder(root)("src/store.test.ts")).toBe(true);
});

test("a test of rules needs no services, also where files import each other in a circle", () => {
  expect(servicesFinder(root)("src/rule.test.ts")).toBe(false);
});

test("test files are found in every folder that may hold one", () => {
  expect(allTestFiles(root).sort()).toEqual(["src/rule.test.ts", "src/store.test.ts"]);
});
