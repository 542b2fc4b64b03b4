import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readingsNow } from "@/platform/measuring/gather";
import { type TestServices, testServices } from "@/testing/database";
import { pools } from "./pools";
import { WaitedPool, type WaitWhy } from "./waited-pool";

let services: TestServices;
let waits: [WaitWhy, number][] = [];
let pool: WaitedPool;
beforeAll(async () => {
  services = await testServices();
});
afterEach(async () => {
  waits = [];
  if (!pool.ended) await pool.end();
});
afterAll(() => services.close());

const open = (max: number) => {
  pool = new WaitedPool({ connectionString: services.databaseUrl, max }, (why, ms) =>
    waits.push([why, ms]),
  );
};
const whys = () => waits.map(([why]) => why);

test("who finds a connection idle is not timed; who opens one or waits for a turn is, each by its reason", async () => {
  open(1);
  await pool.query("select 1");
  expect(whys()).toEqual(["opening"]);
  await pool.query("select 1");
  (await pool.connect()).release();
  expect(whys()).toEqual(["opening"]);
  const held = await pool.connect();
  const second = pool.query<{ one: number }>("select 1 as one");
  const third = pool.connect();
  expect(pool.waitingCount).toBe(2);
  held.release();
  expect((await second).rows).toEqual([{ one: 1 }]);
  (await third).release();
  expect(whys()).toEqual(["opening", "turn", "turn"]);
  expect(waits.every(([, ms]) => ms >= 0)).toBe(true);
});

test("the idle ones belong to those who wait already: who comes after them is timed", async () => {
  open(2);
  const [first, second] = await Promise.all([pool.connect(), pool.connect()]);
  const waiting = [pool.query("select 1"), pool.query("select 1"), pool.query("select 1")];
  first.release();
  second.release();
  await Promise.all(waiting);
  expect(whys()).toEqual(["opening", "opening", "turn", "turn", "turn"]);
});

test("who gave up has waited, and hears of it as before", async () => {
  open(1);
  const held = await pool.connect();
  // Only now: to open one may take longer.
  pool.options.connectionTimeoutMillis = 1;
  await expect(pool.query("select 1")).rejects.toThrow("timeout");
  await expect(pool.connect()).rejects.toThrow("timeout");
  held.release();
  expect(whys()).toEqual(["opening", "turn", "turn"]);
});

test("the pools of a process count their waiting in a histogram that adds up with those of others", async () => {
  open(1);
  const turns = async () =>
    (await readingsNow()).find(
      ({ name, labels }) =>
        name === "insightdesk_pool_wait_ms" && labels === "pool=primary,why=turn",
    );
  const before = (await turns())?.count ?? 0;
  const { write } = pools();
  const held = await Promise.all(Array.from({ length: write.options.max }, () => write.connect()));
  const waiting = write.query("select 1");
  for (const client of held) client.release();
  await waiting;
  const after = await turns();
  expect(after?.count).toBe(before + 1);
  expect(after?.buckets.reduce((sum, each) => sum + each, 0)).toBe(after?.count);
});
