import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agrees, linkPostgresLibraries } from "./packages.mjs";

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/pg": { version: "8.1.0" },
  "node_modules/only-on-mac": { version: "1.0.0", optional: true },
};

test("packages that somebody installed by hand are not installed again", () => {
  expect(agrees(wanted, { "node_modules/pg": { version: "8.1.0" } })).toBe(true);
});

test("a missing or another version of a package is noticed", () => {
  expect(agrees(wanted, {})).toBe(false);
  expect(agrees(wanted, { "node_modules/pg": { version: "8.0.0" } })).toBe(false);
});

test("the links that npm did not make are made, and made again without harm", () => {
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-links-"));
  const native = join(folder, "linux-x64", "native");
  mkdirSync(join(native, "lib"), { recursive: true });
  writeFileSync(join(native, "lib", "libpq.so.5.18"), "library");
  const link = { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" };
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify([link]));
  linkPostgresLibraries(folder);
  linkPostgresLibraries(folder);
  expect(readFileSync(join(native, "lib", "libpq.so.5"), "utf8")).toBe("library");
  rmSync(folder, { recursive: true });
});
