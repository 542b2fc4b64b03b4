import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TicketSort, ticketSorts } from "@/modules/tickets/client";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { type Scan, scansOf } from "@/testing/scans";
import { openContext } from "@/trpc/context";
import { createCallerFactory } from "@/trpc/init";
import { appRouter } from "@/trpc/root";
import { seedLarge } from "./large/load";

const tickets = 1_000_000;
let services: TestServices;
let database: pg.Client;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  await seedLarge(
    services.databaseUrl,
    // Not at the turn of a month: of a month that holds a few hundred rows all is read, and rightly so.
    { tickets, seed: 1, until: new Date("2026-10-16") },
    () => undefined,
  );
  mia = await aPerson({ role: "agent" });
  database = new pg.Client({ connectionString: services.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await services.close();
});

const asMia = () => {
  const facts = { method: "GET", operation: "test", header: () => "cookie", address: "127.0.0.1" };
  const context = openContext(facts, async () => mia);
  context.close();
  return createCallerFactory(appRouter)(context);
};

async function tableScans(work: () => Promise<unknown>): Promise<Scan[]> {
  const { statements } = await observeStatements(work);
  expect(statements.length).toBeGreaterThan(0);
  const scans: Scan[] = [];
  for (const statement of statements) scans.push(...(await scansOf(database, statement)));
  return scans.filter((scan) => scan.relation !== undefined);
}

/** People are found by a step each, and that a group is over is seen by the first row of the next. */
async function rowsMaxOf(sort: TicketSort): Promise<number> {
  if (sort !== "person") return limits.ticketPageRows;
  const [staff] = await db.write.rows<{ people: number }>(sql`
    select count(*)::int as people from users where role <> 'customer'`);
  return Math.max(staff?.people ?? 0, limits.ticketPageRows) + 1;
}

test("on a million tickets the first page reads no more tickets than it shows", async () => {
  for (const sort of ticketSorts) {
    const rowsMax = await rowsMaxOf(sort);
    const scans = await tableScans(() =>
      asMia().tickets.list({ filter: "status:open,pending,on_hold", sort }),
    );
    const read = scans.filter((scan) => scan.relation === "tickets");
    expect(
      read.map((scan) => scan.type),
      sort,
    ).not.toContain("Seq Scan");
    for (const scan of read) expect(scan.rows, sort).toBeLessThanOrEqual(rowsMax);
  }
});

test("on a million tickets the sidebar's counts read no further than they count", async () => {
  const scans = await tableScans(() => asMia().views.counts());
  const read = scans.filter((scan) => scan.relation === "tickets");
  expect(read.length).toBeGreaterThan(0);
  expect(read.map((scan) => scan.type)).not.toContain("Seq Scan");
  for (const scan of read) expect(scan.rows).toBeLessThanOrEqual(limits.viewCountMax);
});

test("on four million messages a ticket reads no more messages than it shows", async () => {
  const page = await asMia().tickets.list({ filter: "status:open", sort: "updated" });
  const number = page.rows[0]?.number ?? 0;
  const scans = await tableScans(() => asMia().tickets.get({ number }));
  const messages = scans.filter((scan) => scan.relation?.startsWith("ticket_messages"));
  expect(messages.length).toBeGreaterThan(0);
  // Of an empty month the planner reads its nothing in any way it likes.
  for (const scan of messages)
    expect(scan.rows, scan.text).toBeLessThanOrEqual(limits.messagePageRows);
});
