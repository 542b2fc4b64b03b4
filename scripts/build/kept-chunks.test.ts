import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepChunks } from "./kept-chunks";

const folder = mkdtempSync(join(tmpdir(), "chunks-"));
const kept = join(folder, "kept");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aBuild(name: string, files: Record<string, string>): string {
  const built = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(built, "chunks"), { recursive: true });
    writeFileSync(join(built, "chunks", file), text);
  }
  keepChunks(built, kept);
  return join(built, "chunks");
}

test("a tab opened before an upgrade finds what it loads late, for two weeks", () => {
  aBuild("first", { "shared-1.js": "same", "old-a.js": "old" });
  const second = aBuild("second", { "shared-1.js": "same", "new-b.js": "new" });
  expect(readFileSync(join(second, "old-a.js"), "utf8")).toBe("old");

  const longAgo = new Date("2020-01-01");
  utimesSync(join(kept, "chunks", "old-a.js"), longAgo, longAgo);
  const third = aBuild("third", { "shared-1.js": "same" });
  expect(existsSync(join(third, "old-a.js"))).toBe(false);
  expect(existsSync(join(third, "new-b.js"))).toBe(true);
});

test("what a build before another one served it does not keep for ever", () => {
  aBuild("fourth", { "own.js": "1" });
  const old = new Date("2020-01-01");
  utimesSync(join(kept, "chunks", "new-b.js"), old, old);
  const fifth = aBuild("fifth", { "own-2.js": "2" });
  expect(existsSync(join(fifth, "new-b.js"))).toBe(false);
});
