import { expect, test } from "vitest";
import { cruiseImports } from "./cruise";

test("a cruise that did not read every file is an error, not an empty answer", async () => {
  const unreadable = new Map([
    ["src/a.unknown", []],
    ["src/b.ts", []],
  ]);
  await expect(cruiseImports(unreadable, [])).rejects.toThrow(/read 1 of 2 files/);
});

test("a file in a folder with brackets in its name is read", async () => {
  const files = new Map([
    ["src/app/(console)/[id]/page.tsx", [{ specifier: "@/b", typeOnly: false, line: 1 }]],
    ["src/b.ts", []],
  ]);
  const { edges } = await cruiseImports(files, []);
  expect(edges).toEqual([
    { from: "src/app/(console)/[id]/page.tsx", to: "src/b.ts", specifier: "@/b" },
  ]);
});
