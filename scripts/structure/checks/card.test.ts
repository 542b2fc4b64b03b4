import { expect, test } from "vitest";
import { cardPackages, topLevel } from "../house";
import { saidOf } from "../planted";
import { card, readmeScripts, topEntries } from "./card";

const imports = Object.values(cardPackages).map(([name]) => `import "${name}";`);

test("every package of the card is imported by code that runs", async () => {
  expect(await saidOf(card, { "src/a.ts": imports.join("\n") })).toEqual([]);
});

test("a package that only a test, a type or a comment names is missed", async () => {
  const others = imports.filter((text) => !text.includes("bullmq")).join("\n");
  for (const [path, text] of [
    ["src/b.test.ts", 'import "bullmq";'],
    ["src/b.ts", 'import type { Job } from "bullmq";\nexport type J = Job;'],
    ["src/c.ts", '// import "bullmq";\nexport {};'],
  ] as const) {
    expect(await saidOf(card, { "src/a.ts": others, [path]: text })).toEqual([
      expect.stringContaining("bullmq is imported by no running code"),
    ]);
  }
});

test("what the card puts on the top level is there", async () => {
  const files = Object.fromEntries(
    topLevel.map((entry) => [entry.includes(".") ? entry : `${entry}/a.md`, "a"]),
  );
  expect(await saidOf(topEntries, files)).toEqual([]);
  const { "docker-compose.yml": _, ...others } = files;
  expect(await saidOf(topEntries, others)).toEqual([
    expect.stringContaining("docker-compose.yml:1 is missing"),
  ]);
});

test("a command that the README tells people to type exists", async () => {
  const said = await saidOf(readmeScripts, {
    "package.json":
      '{ "scripts": { "start": "node a.mjs", "desk": "node scripts/run.mjs scripts/desk/main.ts" } }',
    "scripts/desk/main.ts": "export {};",
    "README.md": "Run `npm start`.\nThen `npm run -s desk -- api list`, or `npm run dekstop`.\n",
  });
  expect(said).toEqual([expect.stringContaining('README.md:2 names npm script "dekstop"')]);
});

test("an npm script runs a file that is there", async () => {
  const said = await saidOf(readmeScripts, {
    "package.json": '{ "scripts": { "seed": "node scripts/run.mjs scripts/seed/main.ts" } }',
  });
  expect(said).toEqual([expect.stringContaining('"seed" runs scripts/seed/main.ts')]);
});
