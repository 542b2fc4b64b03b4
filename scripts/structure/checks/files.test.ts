import { expect, test } from "vitest";
import { linesMax, longFiles } from "../house";
import { saidOf } from "../planted";
import { finished, folders, lengths } from "./files";

const lines = (count: number) => "export {};\n".repeat(count);

test("a file that is too long is told to become two", async () => {
  expect(await saidOf(lengths, { "src/a.ts": lines(linesMax) })).toEqual([]);
  expect(await saidOf(lengths, { "src/a.ts": lines(linesMax + 1) })).toEqual([
    `src/a.ts:${linesMax + 1} has ${linesMax + 1} lines, ${linesMax} at most: it holds two ideas, give each its file`,
  ]);
});

test("a file that may be long is taken off the list when it is no longer", async () => {
  const [path = ""] = Object.keys(longFiles);
  expect(await saidOf(lengths, { [path]: lines(linesMax + 1) })).toEqual([]);
  expect(await saidOf(lengths, { [path]: lines(3) })).toEqual([
    `${path}:1 is no longer long: take it off longFiles in scripts/structure/house.ts`,
  ]);
});

const word = `TO${"DO"}`;

test("what is left to do is done or becomes an issue", async () => {
  expect(await saidOf(finished, { "src/a.ts": `\n// ${word}: later\nexport {};` })).toHaveLength(1);
  expect(await saidOf(finished, { "prisma/a.sql": `-- FIX${"ME"}` })).toHaveLength(1);
  expect(await saidOf(finished, { "src/a.ts": `export const column = "${word}";` })).toEqual([]);
});

test("a folder exists because something lives in it", async () => {
  const said = await saidOf(folders, {
    "src/modules/sla/": "",
    "deploy/.gitkeep": "",
    "load/index.ts": " \n",
    "src/ui/a.ts": "export {};",
  });
  expect(said.map((each) => each.split(":")[0])).toEqual([
    "deploy",
    "load",
    "src/modules",
    "src/modules/sla",
  ]);
});
