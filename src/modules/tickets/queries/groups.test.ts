import { afterAll, beforeAll, expect, test } from "vitest";
import type { TicketRow } from "@/modules/tickets/client";
import { listItems, noStanding, standingOf } from "@/modules/tickets/components/queue/groups";
import { compareRows } from "@/modules/tickets/components/queue/order";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql, transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { groupedSorts } from "../rules/groups";
import { pageRows } from "./page-rows";
import { ticketPage } from "./pages";

let services: TestServices;
let mia: Actor;
let where = sql`true`;

/** More than a page of tickets in every state that a group may have. */
beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
  const tom = await aPerson({ role: "agent", name: "Tom" });
  const organizationId = await anOrganization();
  const anna = await aPerson({ name: "Anna", organizationId });
  where = sql`tickets.organization_id = ${organizationId}`;
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, organization_id, status, channel, created_at,
      updated_at, first_message_at, last_message_at, waiting_since, snoozed_until, assignee_id,
      priority, sla_state, next_due_at)
    select gen_random_uuid(), 'A leak', ${anna.id}, ${organizationId},
      (array['open', 'open', 'open', 'pending', 'on_hold'])[1 + place % 5], 'web', at, at, at, at,
      (array[at, at + interval '1 second', null])[1 + place % 3],
      case when place % 7 = 0 then at + interval '1 day' end,
      (array[${mia.id}, ${tom.id}, null])[1 + place % 3]::uuid, 1 + place % 4,
      (array['running', 'at_risk', 'breached', 'paused', 'met', null])[1 + place % 6],
      case when place % 2 = 0 then at + interval '2 days' end
    from generate_series(1, ${limits.ticketPageRows + 20}::int) as place,
      lateral (select date_trunc('second', now()) - place * interval '1 minute' as at) as times`);
});
afterAll(() => services.close());

/** How many groups the tickets above stand in. */
const groups = { turn: 6, status: 3, priority: 4, person: 3, sla: 6 } as const;

test.each(groupedSorts)(
  "by %s, the database, its pages and a browser agree on the order, and no group stands twice",
  async (sort) => {
    const seen: TicketRow[] = [];
    let after: string | undefined;
    do {
      const { result: page, statements } = await observeStatements(() =>
        ticketPage(mia, { where, sort, after }),
      );
      expect(statements).toHaveLength(1);
      seen.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(limits.ticketPageRows + 20);
    expect(new Set(seen.map((row) => row.id)).size).toBe(seen.length);
    expect(seen.toSorted((one, other) => compareRows(one, other, sort))).toEqual(seen);
    const standing = standingOf(seen, sort, false, noStanding);
    const headings = listItems(seen, standing).filter((item) => item.type === "heading");
    expect(headings).toHaveLength(groups[sort]);
    expect(new Set(headings.map((item) => item.key)).size).toBe(groups[sort]);
    // In its own group, every row: one that came too late would stand under another heading.
    const late = [...standing.values()].map((group) => group.key);
    expect(late.toSorted()).toEqual(late);
  },
);

const ways = groupedSorts.flatMap((sort) => [
  { sort, way: "down" as const },
  { sort, way: "up" as const },
]);

test.each(ways)("an index gives the active tickets by $sort, from any mark $way", async (one) => {
  const { next } = await ticketPage(mia, { where, sort: one.sort });
  const mark = next ?? undefined;
  const border = one.way === "down" ? { after: mark } : { until: mark };
  const active = sql`tickets.status in ('open', 'pending', 'on_hold') and not tickets.synthetic`;
  const plan = await transaction(async (tx) => {
    await tx.rows(sql`set local enable_sort = off`);
    await tx.rows(sql`set local enable_seqscan = off`);
    return tx.rows(sql`explain ${pageRows(one.sort, active, border)}`);
  });
  const words = JSON.stringify(plan);
  expect(words).toContain(`tickets_active_${one.sort}`);
  expect(words).toContain("Index Cond");
});
