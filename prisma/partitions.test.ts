import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now } from "@/platform/clock";
import { db, pools, raw, sql } from "@/platform/database";
import {
  ensurePartitions,
  monthBounds,
  partitionedTables,
  partitionFaults,
} from "@/platform/database/partitions";
import { limits } from "@/platform/limits";
import { type TestServices, testServices } from "@/testing/database";
import { aScene, someone } from "@/testing/scene";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
beforeEach(() => ensurePartitions(pools().write));
afterAll(() => services.close());

const monthsFrom = (at: Date, months: number) =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 15));

const partitionOf = (table: string, at: Date) =>
  `${table}_${monthBounds({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 }).suffix}`;

test("a migrated database has the months that it needs, and no row outside of them", async () => {
  await aScene(await someone("customer"));
  expect(await partitionFaults(db.write, now())).toEqual([]);
});

test("every table that the database partitions is one that upkeep makes months for", async () => {
  const rows = await db.write.rows<{ name: string }>(sql`
    select relname as name from pg_class where relkind = 'p' order by relname`);
  expect(rows.map(({ name }) => name)).toEqual([...partitionedTables].sort());
});

test.each(
  partitionedTables.flatMap((table) =>
    [0, 1, limits.partitionsAheadMin].map((months) => [table, months] as const),
  ),
)(
  "a month of %s that is missing, %i months ahead, is seen, and upkeep makes it",
  async (table, months) => {
    const name = partitionOf(table, monthsFrom(now(), months));
    await db.write.rows(raw(`drop table ${name}`));
    expect(await partitionFaults(db.write, now())).toEqual([`the partition ${name} is missing`]);
    await ensurePartitions(pools().write);
    expect(await partitionFaults(db.write, now())).toEqual([]);
  },
);

test("months that pass without upkeep are seen before the first row of one comes", async () => {
  const later = monthsFrom(now(), 2);
  expect(await partitionFaults(db.write, later)).not.toEqual([]);
});

test("a row that found no month of its own is seen", async () => {
  const { ticketId, requester } = await aScene(await someone("customer"));
  const far = monthsFrom(now(), 60);
  await db.write.rows(sql`
    insert into activity_logs (id, ticket_id, actor_id, kind, created_at)
    values (${ticketId}, ${ticketId}, ${requester.id}, 'created', ${far})`);
  expect(await partitionFaults(db.write, now())).toEqual([
    "activity_logs_default holds rows that belong to a month",
  ]);
  await db.write.rows(sql`delete from activity_logs where created_at = ${far}`);
});
