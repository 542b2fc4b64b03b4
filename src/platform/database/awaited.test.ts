import { afterAll, beforeAll, expect, test } from "vitest";
import { type RequestContext, withRequestContext } from "@/platform/process";
import { type TestServices, testServices } from "@/testing/database";
import { db, pools, sql, transaction } from "./index";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

/** A request, and its caller who may go. */
function asked(method: "GET" | "POST") {
  const caller = new AbortController();
  const context: RequestContext = {
    requestId: "r",
    operation: "test",
    mutates: method === "POST",
    atLeast: 0,
    deadlineAtMs: 0,
    signal: caller.signal,
    actorId: null,
    setCookies: [],
  };
  return { context, abandon: () => caller.abort() };
}

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
  const { context, abandon } = asked("GET");
  const reading = withRequestContext(context, () => db.read.rows(sql`select pg_sleep(60)`));
  const refused = expect(reading).rejects.toMatchObject({ code: "request_timeout" });
  await expect.poll(working).toBe(1);
  abandon();
  await refused;
  await expect.poll(working).toBe(0);
  expect(await db.read.rows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(pools().write.waitingCount).toBe(0);
});

test("who has gone already asks nothing", async () => {
  const { context, abandon } = asked("GET");
  abandon();
  const reading = withRequestContext(context, () => db.read.rows(sql`select pg_sleep(60)`));
  await expect(reading).rejects.toMatchObject({ code: "request_timeout" });
});

test("a change goes on, whoever has gone", async () => {
  const { context, abandon } = asked("POST");
  const change = withRequestContext(context, () =>
    transaction(async (tx) => {
      await tx.rows(sql`select pg_sleep(0.2)`);
      return tx.first<{ two: number }>(sql`select 2 as two`);
    }),
  );
  abandon();
  expect(await change).toEqual({ two: 2 });
});

test("an answer that came gives its connection back for the next", async () => {
  const { context } = asked("GET");
  for (let each = 0; each < 20; each += 1)
    await withRequestContext(context, () => db.read.rows(sql`select 1`));
  expect(pools().write.totalCount).toBeLessThanOrEqual(3);
});
