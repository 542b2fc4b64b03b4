import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TicketRow } from "@/modules/tickets/client";
import { compareRows } from "@/modules/tickets/components/queue/order";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { anOrganization, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { type TicketSort, ticketSorts } from "../rules/sort";
import { type TicketPage, ticketPage } from "./pages";

let services: TestServices;
let mia: Actor;
let where = sql`true`;
let ids: string[] = [];
const people: string[] = [];

const stock = limits.ticketPageRows * 2 + 30;
/** Two of one name, capitals and accents, and a letter that no accent makes. */
const names = ["Zoe", "anna", "Anna", "Anna", "Åse", "Östen", "özil", "Ørjan", "Łucja", "李娜"];

/** Tickets of which many are alike in everything but their ids, and of which some have nothing. */
beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
  for (const name of names) people.push((await aPerson({ role: "agent", name })).id);
  // One who works here no more, with tickets.
  const [former = ""] = people;
  await db.write.rows(sql`update users set role = 'customer' where id = ${former}`);
  const organizationId = await anOrganization();
  const anna = await aPerson({ name: "Anna", organizationId });
  where = sql`tickets.organization_id = ${organizationId}`;
  const rows = await db.write.rows<{ id: string }>(sql`
    insert into tickets (id, subject, requester_id, organization_id, status, channel, created_at,
      updated_at, first_message_at, last_message_at, waiting_since, snoozed_until, assignee_id,
      priority, sla_state, next_due_at)
    select gen_random_uuid(), 'A leak', ${anna.id}, ${organizationId},
      (array['open', 'open', 'pending', 'on_hold', 'resolved'])[1 + place % 5], 'web', at, at, at, at,
      (array[at, at + interval '1 second', null])[1 + place % 3],
      case when place % 7 = 0 then at + interval '1 day' end,
      (${people}::uuid[] || array[null]::uuid[])[1 + place % 11], 1 + place % 4,
      (array['running', 'at_risk', 'breached', 'paused', 'met', null])[1 + place % 6],
      case when place % 2 = 0 then at + interval '2 days' end
    from generate_series(1, ${stock}::int) as place,
      lateral (select date_trunc('second', now()) - (place % 9) * interval '1 minute' as at) as times
    returning id`);
  ids = rows.map(({ id }) => id);
});
afterAll(() => services.close());

async function walk(sort: TicketSort, way: "down" | "up", from: string | null) {
  const pages: TicketPage[] = [];
  let mark = from;
  do {
    const border = mark === null ? {} : way === "down" ? { after: mark } : { until: mark };
    const page = await ticketPage(mia, { where, sort, ...border });
    mark = way === "down" ? page.next : page.previous;
    if (way === "down") pages.push(page);
    else pages.unshift(page);
  } while (mark !== null && pages.length < stock);
  return pages;
}
const rowsIn = (pages: readonly TicketPage[]): TicketRow[] => pages.flatMap(({ rows }) => rows);
const idsIn = (pages: readonly TicketPage[]) => rowsIn(pages).map(({ id }) => id);

test.each(ticketSorts)("by %s, walking down and up again shows the same rows", async (sort) => {
  const down = await walk(sort, "down", null);
  const rows = rowsIn(down);
  expect(rows).toHaveLength(stock);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(stock);
  expect(rows.toSorted((one, other) => compareRows(one, other, sort))).toEqual(rows);
  const [first, second, third] = down;
  const last = await ticketPage(mia, { where, sort, until: third?.previous ?? "" });
  expect(last.rows).toEqual(second?.rows);
  expect(last).toMatchObject({ previous: second?.previous, next: third?.previous });
  const top = await ticketPage(mia, { where, sort, until: last.previous ?? "" });
  expect(top.rows).toEqual(first?.rows);
  expect(top.previous).toBeNull();
});

/** What may happen to a ticket between two pages. */
const aChange = fc.record({
  place: fc.nat({ max: stock - 1 }),
  minutes: fc.integer({ min: -12, max: 3 }),
  person: fc.option(fc.nat({ max: names.length - 1 })),
  waits: fc.boolean(),
});

test.each(ticketSorts)(
  "by %s, whatever changes meanwhile, each ticket stands on one side of a place and is seen there once",
  (sort) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(aChange, { maxLength: 40 }),
        fc.nat({ max: 1 }),
        async (changes, at) => {
          const { next } = (await walk(sort, "down", null))[at] ?? {};
          const given = changes.map(({ place, minutes, person, waits }) => ({
            id: ids[place],
            minutes,
            person: person === null ? null : people[person],
            waits,
          }));
          await db.write.rows(sql`
            update tickets set assignee_id = given.person, priority = 5 - priority,
              updated_at = updated_at + given.minutes * interval '1 minute',
              next_due_at = next_due_at + given.minutes * interval '1 minute',
              waiting_since = case when given.waits then updated_at end
            from (select distinct on (id) * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
              as given (id uuid, minutes int, person uuid, waits boolean) order by id) as given
            where tickets.id = given.id`);
          const mark = next ?? "";
          const [above, below] = [await walk(sort, "up", mark), await walk(sort, "down", mark)];
          expect(above.at(-1)?.next).toBe(mark);
          const whole = [...idsIn(above), ...idsIn(below)];
          expect(whole).toEqual(idsIn(await walk(sort, "down", null)));
          expect(whole.toSorted()).toEqual(ids.toSorted());
        },
      ),
      { numRuns: 4 },
    ),
);

test("a list is asked for what is above a place or below it, and in the sort of the place", async () => {
  const filter = "status:open,pending,on_hold,resolved";
  const ask = (border: object) => callAs("tickets.list", mia, { filter, ...border });
  const [first] = await walk("person", "down", null);
  const until = first?.next;
  expect(await ask({ sort: "person", until })).toMatchObject({
    rows: first?.rows.map(({ id }) => ({ id })),
    previous: null,
    next: until,
  });
  await expect(ask({ sort: "person", until, after: until })).rejects.toThrow("before it");
  await expect(ask({ sort: "updated", until })).rejects.toMatchObject({
    cause: { code: "page_mark_invalid" },
  });
});
