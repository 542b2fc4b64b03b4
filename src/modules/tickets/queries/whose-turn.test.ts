import { afterAll, beforeAll, expect, test } from "vitest";
import type { TicketRow } from "@/modules/tickets/client";
import { compareRows } from "@/modules/tickets/components/queue/order";
import type { Actor } from "@/platform/auth/actor";
import { db, sql, transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { turnOf, turns } from "../rules/whose-turn";
import { afterMark, orderBy } from "./page-mark";
import { ticketPage } from "./pages";

let services: TestServices;
let mia: Actor;
let where = sql`true`;

/** More than a page of tickets in every state in which somebody's turn may be. */
beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
  const organizationId = await anOrganization();
  const anna = await aPerson({ name: "Anna", organizationId });
  where = sql`tickets.organization_id = ${organizationId}`;
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, organization_id, status, channel, created_at,
      updated_at, first_message_at, last_message_at, waiting_since, snoozed_until)
    select gen_random_uuid(), 'A leak', ${anna.id}, ${organizationId},
      (array['open', 'open', 'open', 'pending', 'on_hold'])[1 + place % 5], 'web', at, at, at, at,
      (array[at, at + interval '1 second', null])[1 + place % 3],
      case when place % 7 = 0 then at + interval '1 day' end
    from generate_series(1, ${limits.ticketPageRows + 20}::int) as place,
      lateral (select date_trunc('second', now()) - place * interval '1 minute' as at) as times`);
});
afterAll(() => services.close());

test("by whose turn it is, the database, its pages and a browser agree on the order", async () => {
  const seen: TicketRow[] = [];
  let after: string | undefined;
  do {
    const page = await ticketPage(mia, { where, sort: "turn", after });
    seen.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toHaveLength(limits.ticketPageRows + 20);
  expect(new Set(seen.map((row) => row.id)).size).toBe(seen.length);
  const ids = seen.map((row) => row.id);
  expect(
    seen.toSorted((one, other) => compareRows(one, other, "turn")).map(({ id }) => id),
  ).toEqual(ids);
  const groups = new Set(seen.map(turnOf));
  expect([...groups]).toEqual(turns.filter((turn) => groups.has(turn)));
  expect(groups.size).toBe(6);
});

test("an index gives the active tickets in that order, from any mark on", async () => {
  const { next } = await ticketPage(mia, { where, sort: "turn" });
  const plan = await transaction(async (tx) => {
    await tx.rows(sql`set local enable_sort = off`);
    await tx.rows(sql`set local enable_seqscan = off`);
    return tx.rows(sql`
      explain select id from tickets
      where status in ('open', 'pending', 'on_hold') and not synthetic
        and ${afterMark("turn", next ?? undefined)}
      order by ${orderBy("turn")} limit 50`);
  });
  const words = JSON.stringify(plan);
  expect(words).toContain("tickets_active_turn");
  expect(words).toContain("Index Cond");
});
