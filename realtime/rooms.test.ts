import { afterAll, beforeAll, expect, test } from "vitest";
import { mayReadTicket } from "@/modules/tickets";
import { rooms } from "@/platform/realtime";
import { type TestServices, testServices } from "@/testing/database";
import { allEventsAfter } from "@/testing/expect-converges";
import { type ManyTickets, manyTickets } from "@/testing/many-tickets";
import { deliveriesOf, mayJoin } from "./deliveries";

let services: TestServices;
let many: ManyTickets;
beforeAll(async () => {
  services = await testServices();
  many = await manyTickets();
});
afterAll(() => services.close());

test("whoever may read a ticket may listen to it, and nobody else", async () => {
  for (const actor of many.people) {
    const staff = actor.audience !== "customer";
    expect(await mayJoin(actor, rooms.queue())).toBe(staff);
    for (const ticket of many.tickets) {
      const may = mayReadTicket(actor, ticket);
      expect(await mayJoin(actor, rooms.request(ticket.id)), ticket.says).toBe(may);
      expect(await mayJoin(actor, rooms.ticket(ticket.id)), ticket.says).toBe(may && staff);
    }
    for (const other of many.people) {
      const self = other.id === actor.id;
      expect(await mayJoin(actor, rooms.requests(other.id))).toBe(self);
      expect(await mayJoin(actor, rooms.person(other.id))).toBe(self);
    }
  }
});

test("no event reaches somebody in any room who may not read its ticket", async () => {
  const known = new Map(many.tickets.map((ticket) => [ticket.id, ticket]));
  const changes = (await allEventsAfter(0)).filter((event) => event.name === "ticket.updated");
  expect(changes).toHaveLength(many.tickets.length);
  const deliveries = changes.flatMap((event) =>
    deliveriesOf(event).map(({ room }) => ({ room, ticket: known.get(event.ticketId ?? "") })),
  );
  const reached = new Set<string>();
  for (const actor of many.people) {
    const joined = new Map<string, boolean>();
    for (const { room, ticket } of deliveries) {
      if (ticket === undefined) throw new Error("An event tells of a ticket that nobody asked.");
      if (!joined.has(room)) joined.set(room, await mayJoin(actor, room));
      if (joined.get(room) !== true) continue;
      expect(mayReadTicket(actor, ticket), `${actor.name} in ${room}`).toBe(true);
      reached.add(`${actor.id} ${ticket.id}`);
    }
  }
  // And everybody who may read it hears of it somewhere.
  for (const actor of many.people)
    for (const ticket of many.tickets)
      expect(reached.has(`${actor.id} ${ticket.id}`)).toBe(mayReadTicket(actor, ticket));
});

test("a name that is no room of ours is joined by nobody", async () => {
  const admin = many.people.find((person) => person.role === "admin");
  if (admin === undefined) throw new Error("There is an admin.");
  const names = [
    "",
    "queue:1",
    "ticket",
    "ticket:",
    "ticket:x",
    "ticket:*",
    "everything",
    "__proto__",
  ];
  names.push(`person:${admin.id}:more`, `ticket:${admin.id.toUpperCase()}`, "queue ");
  for (const name of names) expect(await mayJoin(admin, name), name).toBe(false);
});
