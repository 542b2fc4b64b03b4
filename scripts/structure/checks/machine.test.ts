import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { addresses, clock, consoles, environment } from "./machine";

const at = "src/modules/sla/commands.ts";

test.each([
  "Date.now()",
  "globalThis.Date.now()",
  'Date["now"]()',
  "new Date()",
  "Date()",
  "performance.now()",
  "process.hrtime.bigint()",
  "[1].map(Date.now)",
])("%s outside the clock is told where the time comes from", async (text) => {
  const said = await saidOf(clock, { [at]: `\nexport const a = ${text};` });
  expect(said).toEqual([expect.stringMatching(/commands\.ts:2 .*from @\/platform\/clock/)]);
});

test("taking now out of Date is asking the machine too", async () => {
  expect(await saidOf(clock, { [at]: "const { now } = Date;\nnow();" })).toHaveLength(1);
});

test("a date made from a value is no clock, and neither is a word in a text", async () => {
  const text = 'export const a = (ms: number) => [new Date(ms), "Date.now()"]; // new Date()';
  expect(await saidOf(clock, { [at]: text })).toEqual([]);
});

test("the clock itself may ask the machine", async () => {
  const text = "export const nowMs = () => Date.now();";
  expect(await saidOf(clock, { "src/platform/clock/index.ts": text })).toEqual([]);
  expect(await saidOf(clock, { "src/platform/clocks.ts": text })).toHaveLength(1);
});

test.each([
  "export const a = process.env.PORT;",
  "export const a = globalThis.process.env;",
  'export const a = process["env"];',
  "export const { env } = process;",
  'import { env } from "node:process";\nexport const a = env;',
  'import process from "node:process";\nexport const a = process.env.PORT;',
  "export const a = import.meta.env.MODE;",
])("the environment is read in one place: %s", async (text) => {
  const said = await saidOf(environment, { [at]: text });
  expect(said).toEqual([expect.stringMatching(/declare the name in src\/platform\/env/)]);
});

test("the environment's own folder, tools and journeys may read it", async () => {
  const text = "export const a = process.env.PORT;";
  for (const path of ["src/platform/env/a.ts", "scripts/a.ts", "e2e/a.ts", "next.config.ts"]) {
    expect(await saidOf(environment, { [path]: text })).toEqual([]);
  }
});

test("nothing outside the scripts writes to the console", async () => {
  expect(await saidOf(consoles, { [at]: 'console.log("a");' })).toEqual([
    expect.stringMatching(/log with a logger from @\/platform\/log/),
  ]);
  expect(await saidOf(consoles, { "scripts/a.ts": 'console.log("a");' })).toEqual([]);
});

test("whether a text is an address is asked of the one reader that stays right", async () => {
  expect(await saidOf(addresses, { [at]: 'export const a = URL.canParse("b");' })).toEqual([
    expect.stringMatching(/ask readUrl of @\/platform\/shape/),
  ]);
  expect(await saidOf(addresses, { [at]: 'export const a = new URL("b:");' })).toEqual([]);
});
