import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { noCost, registerOperations, withCallCost } from "@/platform/telemetry";
import { type TestServices, testServices } from "@/testing/database";
import { noteCall, writeSlowCalls } from "./slow-calls";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
  registerOperations(["tickets.list", "tickets.get"]);
});
beforeEach(async () => void (await db.write.rows(sql`delete from slow_calls`)));
afterAll(() => services.close());

const kept = () =>
  db.write.rows<{ operation: string; ms: number; slowest_text: string; plan: string | null }>(sql`
    select operation, ms, payload_bytes, statements, slowest_text, plan, process_id
    from slow_calls order by operation, ms`);

test("of many calls the slowest of each operation is kept, and none that was fast", async () => {
  for (const ms of [20, 49]) noteCall("tickets.get", ms, noCost(), null);
  for (const ms of [80, 120, 60]) noteCall("tickets.list", ms, noCost(), { rows: ["é"] });
  await writeSlowCalls("web-1");
  expect(await kept()).toMatchObject([
    { operation: "tickets.list", ms: 120, payload_bytes: 15, process_id: "web-1" },
  ]);
  await writeSlowCalls("web-1");
  expect(await kept()).toHaveLength(1);
});

test("a statement is kept with its plan and without the values that it was sent with", async () => {
  const cost = noCost();
  await withCallCost(cost, async () => {
    await db.write.rows(sql`select id from users where email = ${"anna@example.com"}`);
  });
  expect(cost.statements).toBe(1);
  noteCall("tickets.get", 400, cost, null);
  await writeSlowCalls("web-1");
  const [call] = await kept();
  expect(call?.slowest_text).toContain("email = $1");
  expect(call?.plan).toMatch(/users/);
  expect(JSON.stringify(await kept())).not.toContain("anna@");
});

test("a name that callers made up is kept under no name of theirs", async () => {
  noteCall("tickets.<script>", 90, noCost(), null);
  await writeSlowCalls("web-1");
  expect(await kept()).toMatchObject([{ operation: "other" }]);
});
