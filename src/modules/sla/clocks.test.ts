import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, mergeTickets, reply, unmergeTickets } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { systemActor } from "@/platform/auth/actor";
import { setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { lastPosition } from "@/platform/outbox";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { allEventsAfter, expectConverges } from "@/testing/expect-converges";
import { queueScreen, requestScreen, ticketScreen } from "@/testing/screens";
import { checkDueBatch } from "./commands/check-due";
import { followEvent } from "./commands/follow-ticket";
import { showCrossedBatch } from "./commands/show-crossed";
import { at } from "./rules/sample-calendars";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let organizationId: string;

beforeAll(async () => {
  services = await testServices();
  organizationId = await anOrganization();
  anna = await aPerson({ name: "Anna", organizationId });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterEach(() => setClock(null));
afterAll(() => services.close());

/** Monday, 2 March 2026 in UTC, the zone of the promise that everybody starts with. */
const monday = (time: string) => new Date(at(`2026-03-02T${time}:00Z`));

const asks = async (time: string) => {
  setClock(monday(time));
  const asked = { commandId: aCommandId(), subject: "The vent", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const says = (by: Actor, ticketId: string, time: string, more: object = {}) => {
  setClock(monday(time));
  const said = { commandId: aCommandId(), ticketId, body: "Try the handle.", ...more };
  return reply.execute(by, reply.schema.parse(said));
};
const changes = (ticketId: string, time: string, fields: object) => {
  setClock(monday(time));
  const changed = { commandId: aCommandId(), ticketId, changes: fields };
  return updateTicket.execute(mia, updateTicket.schema.parse(changed));
};

/** Lets the worker follow all that happened so far, as its queue would. */
async function follow(after: number): Promise<void> {
  for (const event of await allEventsAfter(after))
    if (event.ticketId !== null && !event.name.startsWith("sla."))
      await followEvent.execute(systemActor, {
        commandId: aCommandId(),
        eventId: event.id,
        ticketId: event.ticketId,
      });
}

const checks = async (time: string) => {
  setClock(monday(time));
  const told = await checkDueBatch.execute(systemActor, { commandId: aCommandId() });
  await showCrossedBatch.execute(systemActor, { commandId: aCommandId() });
  return told;
};

async function clockOf(ticketId: string, metric = "firstResponse"): Promise<string> {
  const [clock] = await db.write.rows<{ state: string; due_at: Date | null }>(sql`
    select state, due_at from sla_clocks where ticket_id = ${ticketId} and metric = ${metric}`);
  return `${clock?.state} ${clock?.due_at?.toISOString().slice(11, 16) ?? "-"}`;
}

async function shownOf(ticketId: string): Promise<string> {
  const [row] = await db.write.rows<{ sla_state: string; next_due_at: Date | null }>(sql`
    select sla_state, next_due_at from tickets where id = ${ticketId}`);
  return `${row?.sla_state} ${row?.next_due_at?.toISOString().slice(11, 16) ?? "-"}`;
}

const eventsOf = async (ticketId: string, name: string) =>
  (
    await db.write.rows<{ occurred_at: Date }>(sql`
      select occurred_at from outbox where ticket_id = ${ticketId} and name = ${name}`)
  ).map(({ occurred_at }) => occurred_at.toISOString().slice(11, 16));

test("a question starts the clocks when it was asked, however late the worker is", async () => {
  const { last } = await lastPosition();
  const { ticketId } = await asks("09:30");
  await changes(ticketId, "09:31", { priority: "urgent" });
  setClock(monday("10:00"));
  await follow(last);
  expect(await clockOf(ticketId)).toBe("running 10:30");
  expect(await clockOf(ticketId, "resolution")).toBe("running 09:30");
  expect(await shownOf(ticketId)).toBe("running 10:30");
});

test("a clock is at risk when a quarter is left, late after the last moment, and each is told once", async () => {
  const { last } = await lastPosition();
  const { ticketId } = await asks("09:00");
  await changes(ticketId, "09:00", { priority: "urgent" });
  await follow(last);
  await checks("09:44");
  expect(await clockOf(ticketId)).toBe("running 10:00");
  await checks("09:45");
  expect(await clockOf(ticketId)).toBe("at_risk 10:00");
  await checks("10:00");
  expect(await shownOf(ticketId)).toBe("at_risk 10:00");
  await Promise.all([checks("10:01"), checks("10:01"), checks("10:01")]);
  await checks("10:02");
  expect(await shownOf(ticketId)).toBe("breached 10:00");
  // The first and the next response are two promises.
  expect(await eventsOf(ticketId, "sla.atRisk")).toEqual(["09:45", "09:45"]);
  expect(await eventsOf(ticketId, "sla.breached")).toEqual(["10:00", "10:00"]);
});

test("waiting for the requester pauses the clock, and their answer starts the next one", async () => {
  const { last } = await lastPosition();
  const { ticketId } = await asks("09:00");
  await changes(ticketId, "09:10", { status: "pending" });
  await follow(last);
  expect(await shownOf(ticketId)).toBe("paused -");
  await says(anna, ticketId, "11:00");
  await follow(last);
  // Ten minutes of eight hours were spent before the pause.
  expect(await clockOf(ticketId)).toBe("running 10:50");
  await says(mia, ticketId, "11:30", { setStatus: "resolved" });
  await follow(last);
  expect(await clockOf(ticketId)).toBe("met 10:50");
  expect(await shownOf(ticketId)).toBe("met -");
});

test("an answer that nobody has followed yet is no broken promise", async () => {
  const { last } = await lastPosition();
  const { ticketId } = await asks("09:00");
  await changes(ticketId, "09:00", { priority: "urgent" });
  await follow(last);
  await says(mia, ticketId, "09:59");
  await checks("10:05");
  expect(await eventsOf(ticketId, "sla.breached")).toEqual([]);
  expect(await clockOf(ticketId)).toBe("met 10:00");
});

test("a held answer whose time has come is waited for", async () => {
  const { last } = await lastPosition();
  const { ticketId } = await asks("09:00");
  await changes(ticketId, "09:00", { priority: "urgent" });
  await follow(last);
  await says(mia, ticketId, "09:59", { holdSeconds: 15 });
  await checks("10:05");
  expect(await eventsOf(ticketId, "sla.breached")).toEqual([]);
});

test("a merge ends the clocks of the ticket that goes, taking it back starts them where they were", async () => {
  const { last } = await lastPosition();
  const [stays, goes] = [await asks("09:00"), await asks("09:30")];
  await follow(last);
  setClock(monday("10:00"));
  const merge = { commandId: aCommandId(), targetId: stays.ticketId, tell: false };
  const merged = await mergeTickets.execute(mia, { ...merge, sourceIds: [goes.ticketId] });
  await follow(last);
  expect(await clockOf(goes.ticketId, "resolution")).toMatch(/^met/);
  expect(await shownOf(goes.ticketId)).toBe("met -");
  expect(await shownOf(stays.ticketId)).toBe("running 17:00");
  setClock(monday("11:00"));
  const back = { commandId: aCommandId(), mergeId: merged.mergeIds[0] ?? "" };
  await unmergeTickets.execute(mia, back);
  await follow(last);
  // While it was closed its clock stood still.
  expect(await clockOf(goes.ticketId)).toBe("running 10:30");
  expect(await shownOf(stays.ticketId)).toBe("running 17:00");
});

test("the same event twice reads the clocks once", async () => {
  const { last } = await lastPosition();
  const { ticketId } = await asks("09:00");
  await follow(last);
  await follow(last);
  expect(await eventsOf(ticketId, "sla.changed")).toHaveLength(1);
});

test("screens become right by the events alone, and customers learn nothing of promises", async () => {
  const { last } = await lastPosition();
  const scene = await asks("09:00");
  const { ticketId } = scene;
  await changes(ticketId, "09:00", { priority: "urgent" });
  const deliveries = await expectConverges({
    screens: [
      queueScreen(mia, organizationId),
      ticketScreen(mia, scene),
      requestScreen(anna, scene),
    ],
    steps: [
      () => follow(last),
      () => checks("09:46"),
      () => checks("10:01"),
      () => says(mia, ticketId, "10:05", { setStatus: "pending" }),
      () => follow(last),
    ],
    chances: [3, 1, 4, 1, 5],
  });
  const theirs = deliveries.filter(({ room }) => room.startsWith("request"));
  expect(theirs.length).toBeGreaterThan(0);
  expect(JSON.stringify(theirs)).not.toMatch(/sla|breach|dueAt|policy/i);
});
