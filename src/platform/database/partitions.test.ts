import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { monotonicMs, now } from "@/platform/clock";
import { db, pools, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { analyseParents } from "./analyse-parents";
import { ensurePartitions, partitionedTables, partitionFaults } from "./partitions";
import { retirePartitions } from "./retire-partitions";

let services: TestServices;
let ticketId: string;
beforeAll(async () => {
  services = await testServices();
  const { id: requester } = await aPerson();
  ticketId = newId();
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, channel, first_message_at, last_message_at,
      created_at, updated_at)
    values (${ticketId}, 'The door', ${requester}, 'web', now(), now(), now(), now())`);
});
afterAll(() => services.close());

const at = (text: string) => new Date(text);
const writes = (createdAt: Date) =>
  db.write.rows(sql`
    insert into activity_logs (id, ticket_id, kind, created_at)
    values (${newId()}, ${ticketId}, 'test.happened', ${createdAt})`);
const months = async () =>
  (
    await db.write.rows<{ name: string }>(sql`
      select relname as name from pg_class where relkind = 'r' and relname ~ '_[0-9]{4}_[0-9]{2}$'
      order by relname`)
  ).map(({ name }) => name);

test("a month without a partition is alarmed while it is two months away", async () => {
  const [last] = (await months()).filter((name) => name.startsWith("activity_logs")).slice(-1);
  const [, year, month] = /_(\d{4})_(\d{2})$/.exec(last ?? "") ?? [];
  const monthsBefore = (count: number) =>
    new Date(Date.UTC(Number(year), Number(month) - 1 - count, 15));
  expect(await partitionFaults(db.write, monthsBefore(limits.partitionsAheadMin))).toEqual([]);
  const near = await partitionFaults(db.write, monthsBefore(limits.partitionsAheadMin - 1));
  expect(near).toHaveLength(partitionedTables.length);
  expect(near[0]).toMatch(/the partition ticket_messages_\d{4}_\d{2} is missing/);
});

test("a row without a month is seen", async () => {
  await writes(at("2011-05-05T00:00:00Z"));
  const faults = await partitionFaults(db.write, at("2026-11-01T00:00:00Z"));
  expect(faults).toContain("activity_logs_default holds rows that belong to a month");
  await db.write.rows(sql`delete from activity_logs_default`);
});

const old = { from: at("2020-01-01T00:00:00Z"), to: at("2020-03-01T00:00:00Z") };

test("months past their retention go while others write, and nobody waits for long", async () => {
  await ensurePartitions(pools().write, old);
  await writes(at("2020-01-15T00:00:00Z"));
  let done = false;
  const waitsMs: number[] = [];
  const writers = Array.from({ length: 4 }, async () => {
    while (!done) {
      const startedMs = monotonicMs();
      await writes(now());
      waitsMs.push(monotonicMs() - startedMs);
    }
  });
  let left = ["all"];
  // A writer may be on the parent at every moment that a lock is asked for.
  for (let round = 0; round < 50 && left.length > 0; round += 1) {
    await retirePartitions(at("2020-03-01T00:00:00Z"), services.databaseUrl);
    left = (await months()).filter((name) => /_2020_0[12]$/.test(name));
  }
  done = true;
  await Promise.all(writers);
  expect(left).toEqual([]);
  expect((await months()).filter((name) => name.endsWith("_2020_03"))).toHaveLength(
    partitionedTables.length,
  );
  expect(waitsMs.length).toBeGreaterThan(10);
  expect(Math.max(...waitsMs)).toBeLessThan(1_000);
});

test("a month that somebody reads is left for the next time, and holds nobody up", async () => {
  const reader = new pg.Client({ connectionString: services.databaseUrl });
  await reader.connect();
  await reader.query("begin");
  await reader.query("select 1 from activity_logs_2020_03 limit 1");
  const { busy } = await retirePartitions(at("2020-04-01T00:00:00Z"), services.databaseUrl);
  expect(busy).toEqual(["activity_logs_2020_03"]);
  await writes(now());
  await reader.query("commit");
  await reader.end();
  const { retired } = await retirePartitions(at("2020-04-01T00:00:00Z"), services.databaseUrl);
  expect(retired).toEqual(["activity_logs_2020_03"]);
});

test("the month that is going on stays, whatever the retention", async () => {
  const before = await months();
  const { retired } = await retirePartitions(at("2020-04-01T00:00:00Z"), services.databaseUrl);
  expect(retired).toEqual([]);
  expect(await months()).toEqual(before);
});

test("partitioned parents are analysed, once a day", async () => {
  const analysed = await analyseParents(services.databaseUrl);
  expect(analysed.toSorted()).toEqual(partitionedTables.toSorted());
  const [figures] = await db.write.rows<{ known: boolean }>(sql`
    select reltuples > 0 as known from pg_class where relname = 'activity_logs'`);
  expect(figures?.known).toBe(true);
  await expect
    .poll(() => analyseParents(services.databaseUrl), { timeout: 45_000, interval: 200 })
    .toEqual([]);
});
