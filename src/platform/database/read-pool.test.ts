import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePools, db, observeStatements, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { forgetShared, type RequestContext, withRequestContext } from "@/platform/process";
import { type TestServices, testServices } from "@/testing/database";
import { aRequest } from "@/testing/request";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
  await closePools();
  const { databaseUrl } = services;
  vi.stubEnv("DATABASE_REPLICA_URL", `${databaseUrl},${databaseUrl}`);
  forgetEnv();
  forgetShared("database-pools");
});
afterAll(async () => {
  await services.close();
  vi.unstubAllEnvs();
});

/** Which servers answered the readings of one request. */
async function answeredBy(given: Partial<RequestContext> = {}): Promise<string[]> {
  const reads = () => db.read.rows(sql`select 1 as one`);
  const { statements } = await observeStatements(() =>
    withRequestContext(aRequest(given), async () => {
      await Promise.all([reads(), reads()]);
      await reads();
    }),
  );
  return statements.filter(({ text }) => text.includes("as one")).map(({ on }) => on);
}

test("all readings of one request go to one replica, and requests spread over all of them", async () => {
  const requests = [await answeredBy(), await answeredBy(), await answeredBy(), await answeredBy()];
  for (const servers of requests) expect(new Set(servers).size).toBe(1);
  expect(new Set(requests.flat())).toEqual(new Set(["replica-1", "replica-2"]));
});

test("what changes something reads from the primary", async () => {
  expect(await answeredBy({ mutates: true })).toEqual(["primary", "primary", "primary"]);
});

test("who has seen more than a replica holds is answered by the primary, others are not", async () => {
  await db.write.rows(sql`update event_positions set last = 10`);
  expect(await answeredBy({ atLeast: 11 })).toEqual(["primary", "primary", "primary"]);
  expect(new Set(await answeredBy({ atLeast: 10 })).has("primary")).toBe(false);
});
