import { afterAll, beforeAll, expect, test } from "vitest";
import { withRequestContext } from "@/platform/process";
import { type TestServices, testServices } from "@/testing/database";
import { openContext } from "@/trpc/context";
import { db, pools, sql, transaction } from "./index";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const asked = (method: "GET" | "POST") =>
  openContext(
    { method, operation: "test", header: () => undefined, address: "10.0.0.1" },
    async () => null,
  );
/** Statements of this database that the server works on, beside our own question. */
const working = async () =>
  (
    await pools().write.query(
      `select query from pg_stat_activity
       where datname = current_database() and state = 'active' and query like '%pg_sleep%'
         and pid <> pg_backend_pid()`,
    )
  ).rowCount;

test("when the caller goes, the server stops what nobody waits for, and the pool stays whole", async () => {
  const context = asked("GET");
  const reading = withRequestContext(context, () => db.read.rows(sql`select pg_sleep(60)`));
  const refused = expect(reading).rejects.toMatchObject({ code: "request_timeout" });
  await expect.poll(working).toBe(1);
  context.abandon();
  await refused;
  await expect.poll(working).toBe(0);
  context.close();
  expect(await db.read.rows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(pools().write.waitingCount).toBe(0);
});

test("who has gone already asks nothing", async () => {
  const context = asked("GET");
  context.abandon();
  const reading = withRequestContext(context, () => db.read.rows(sql`select pg_sleep(60)`));
  await expect(reading).rejects.toMatchObject({ code: "request_timeout" });
  context.close();
});

test("a change goes on, whoever has gone", async () => {
  const context = asked("POST");
  const change = withRequestContext(context, () =>
    transaction(async (tx) => {
      await tx.rows(sql`select pg_sleep(0.2)`);
      return tx.first<{ two: number }>(sql`select 2 as two`);
    }),
  );
  context.abandon();
  expect(await change).toEqual({ two: 2 });
  context.close();
});

test("an answer that came gives its connection back for the next", async () => {
  const context = asked("GET");
  for (let each = 0; each < 20; each += 1)
    await withRequestContext(context, () => db.read.rows(sql`select 1`));
  expect(pools().write.totalCount).toBeLessThanOrEqual(3);
  context.close();
});
