import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { testNames, wholeTests } from "./tests";

const whole = (text: string) => saidOf(wholeTests, { "src/a.test.ts": text });

test.each([
  'test.only("a", () => {});',
  'it.skip("a", () => {});',
  'describe.only("a", () => {});',
  'test.concurrent.skip("a", () => {});',
  'test.todo("a");',
  'test.skipIf(true)("a", () => {});',
  'test("a", () => { test.fixme(); });',
  'xit("a", () => {});',
])("no test is left out: %s", async (text) => {
  expect(await whole(text)).toEqual([expect.stringContaining("leaves tests out")]);
});

test.each([
  "await new Promise((done) => setTimeout(done, 50));",
  "await new Promise<void>((done) => { setTimeout(() => done(), 50); });",
  "await page.waitForTimeout(50);",
  'import { setTimeout as sleep } from "node:timers/promises";\nawait sleep(5);',
])("no test sleeps: %s", async (text) => {
  expect(await whole(text)).toEqual([expect.stringMatching(/sleeps: move the clock/)]);
  expect(await saidOf(wholeTests, { "e2e/agent/queue.ts": text })).toHaveLength(1);
});

test("waiting for what should happen is no sleep, and code that runs may wait", async () => {
  const text =
    'test("a", async () => { await vi.waitFor(() => seen()); page.locator("b").only; });';
  expect(await whole(text)).toEqual([]);
  const sleeping = "await new Promise((done) => setTimeout(done, 50));";
  expect(await saidOf(wholeTests, { "src/platform/outbox/relay.ts": sleeping })).toEqual([]);
});

test("two tests of one name in a file cannot be told apart", async () => {
  const text = 'test("a", () => {});\ntest("b", () => {});\ntest("a", () => {});';
  expect(await saidOf(testNames, { "src/a.test.ts": text })).toEqual([
    expect.stringMatching(/^src\/a\.test\.ts:3 "a" is the name of another test here/),
  ]);
});

test("the same name in two groups or two files is told apart by them", async () => {
  const text =
    'describe("x", () => { test("a", () => {}); });\ndescribe("y", () => { test("a", () => {}); });\ntest("a", () => {});';
  expect(await saidOf(testNames, { "src/a.test.ts": text, "src/b.test.ts": text })).toEqual([]);
});
