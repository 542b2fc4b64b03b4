import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canReadTicket, mayReadTicket, readableTickets } from "@/modules/tickets";
import { db, sql } from "@/platform/database";
import { type TestServices, testServices } from "@/testing/database";
import { type ManyTickets, manyTickets } from "@/testing/many-tickets";

let services: TestServices;
let many: ManyTickets;
beforeAll(async () => {
  services = await testServices();
  many = await manyTickets();
});
afterAll(() => services.close());

test("which tickets somebody sees is the same in a list and one by one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (pick) => {
      const actor = many.people[pick % many.people.length];
      if (actor === undefined) return;
      const rows = await db.read.rows<{ id: string }>(sql`
        select tickets.id from tickets where ${readableTickets(actor)}`);
      const listed = new Set(rows.map(({ id }) => id));
      for (const ticket of many.tickets) {
        const may = mayReadTicket(actor, ticket);
        expect(listed.has(ticket.id), `${actor.name} and ${ticket.says}`).toBe(may);
        expect(await canReadTicket(actor, ticket.id)).toBe(may);
      }
    }),
    { numRuns: 20 },
  );
});

test("the tickets and people of this test are of every kind", () => {
  const seen = many.people.map(
    (actor) => many.tickets.filter((ticket) => mayReadTicket(actor, ticket)).length,
  );
  expect(Math.min(...seen)).toBeLessThan(many.tickets.length / 3);
  expect(Math.max(...seen)).toBe(many.tickets.length);
  expect(new Set(seen).size).toBeGreaterThan(2);
});
