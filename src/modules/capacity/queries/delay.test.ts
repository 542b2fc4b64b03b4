import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { placeEvents } from "@/platform/outbox";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { writeLateMinutes } from "../commands/write-late-minutes";
import { delayCauses } from "../rules/delay/minutes";
import { delayOf } from "./delay";
import { lateMinutes } from "./late-minutes";
import { supportReports } from "./support-objectives";

let services: TestServices;
let ada: Actor;
let mia: Actor;
let anna: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  anna = await aPerson({ name: "Anna" });
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const minuteMs = 60_000;
// A Thursday, within the working hours that every installation begins with.
const at = (time: string) => new Date(`2026-11-26T${time}:00Z`);

async function asksAt(time: string): Promise<{ ticketId: string; number: number }> {
  setClock(at(time));
  const asked = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  const { ticketId, number } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  // As when the relay had published it at once.
  await placeEvents();
  await db.write.rows(sql`
    update outbox set created_at = ${at(time)}, published_at = ${at(time)}
    where ticket_id = ${ticketId} and published_at is null`);
  return { ticketId, number };
}
async function clockOf(ticketId: string, about: { ended: Date | null; due: Date; state: string }) {
  await db.write.rows(sql`
    insert into sla_clocks (ticket_id, metric, policy_id, policy_version, calendar_id,
      calendar_version, ticket_version, state, target_ms, spent_ms, started_at, ended_at, due_at)
    select ${ticketId}, 'firstResponse', sla_policies.id, sla_policies.version,
      sla_policies.calendar_id, sla_calendars.version, 1, ${about.state}, 3600000, 0,
      ${at("10:00")}, ${about.ended}, ${about.due}
    from sla_policies join sla_calendars on sla_calendars.id = sla_policies.calendar_id`);
}

/** Asked at ten, nobody's for half an hour, Mia's for one more, and every event at once on its way. */
async function answeredLate() {
  const { ticketId, number } = await asksAt("10:00");
  setClock(at("10:30"));
  await callAs("tickets.update", mia, { ticketId, changes: { assigneeId: mia.id } });
  setClock(at("11:30"));
  const said = { commandId: aCommandId(), ticketId, body: "Try the handle.", holdSeconds: 0 };
  await reply.execute(mia, reply.schema.parse(said));
  await placeEvents();
  await db.write.rows(sql`
    update outbox set created_at = occurred_at, published_at = occurred_at
    where ticket_id = ${ticketId}`);
  return { ticketId, number };
}

test("nobody had it for half an hour, Mia took one more, and the mail worker stood for ten minutes", async () => {
  const { ticketId, number } = await answeredLate();
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
      state, ticket_id, created_at, sent_at)
    values (${newId()}, 'reply', ${anna.email}, 'Re', 'Try', 'Try', ${`<${newId()}@x>`}, 'sent',
      ${ticketId}, ${at("11:30")}, ${at("11:40")})`);
  await clockOf(ticketId, { ended: at("11:30"), due: at("11:00"), state: "breached" });
  const told = await callAs("capacity.delay", ada, { number, metric: "firstResponse" });
  expect(told).toMatchObject({
    delayMs: 100 * minuteMs,
    partsMs: {
      routing: 30 * minuteMs,
      person: 60 * minuteMs,
      mail: 10 * minuteMs,
      queue: 0,
      slowness: 0,
    },
  });
});

test("an event that was published late, and slow servers, are machines' minutes", async () => {
  const { ticketId, number } = await asksAt("10:00");
  await db.write.rows(sql`
    update outbox set published_at = ${at("10:06")}
    where ticket_id = ${ticketId} and name = 'ticket.created'`);
  await db.write.rows(sql`
    insert into incidents (id, subject, level, title, says, action, path, opened_at, resolved_at)
    values (${newId()}, 'indicator:responseMsP95', 'critical', 'Slow', 'Slow', 'Scale', '/admin',
      ${at("10:10")}, ${at("10:25")})`);
  await clockOf(ticketId, { ended: null, due: at("11:00"), state: "breached" });
  setClock(at("11:00"));
  const told = await callAs("capacity.delay", ada, { number, metric: "firstResponse" });
  expect(told).toMatchObject({
    delayMs: 60 * minuteMs,
    partsMs: { queue: 6 * minuteMs, slowness: 15 * minuteMs, routing: 39 * minuteMs, person: 0 },
  });
});

test("what late promises waited for is written down once when they are over, and adds up on the overview", async () => {
  const told = async () => {
    await writeLateMinutes();
    return lateMinutes();
  };
  await db.write.rows(sql`delete from incidents`);
  setClock(at("12:00"));
  // Written by what was over before this test.
  const before = await told();
  const { ticketId, number } = await answeredLate();
  const mailId = newId();
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
      state, ticket_id, created_at)
    values (${mailId}, 'reply', ${anna.email}, 'Re', 'Try', 'Try', ${`<${newId()}@x>`}, 'waiting',
      ${ticketId}, ${at("11:30")})`);
  await clockOf(ticketId, { ended: at("11:30"), due: at("11:00"), state: "breached" });
  setClock(at("12:00"));
  // The customer has no answer yet: its mail still waits.
  expect(await told()).toEqual(before);
  await db.write.rows(sql`
    update outgoing_mails set state = 'sent', sent_at = ${at("11:40")} where id = ${mailId}`);
  const after = await told();
  const { partsMs } = await delayOf(await ticketHead(ada, number), "firstResponse");
  expect(partsMs).toMatchObject({ routing: 30 * minuteMs, mail: 10 * minuteMs });
  expect(after.promises).toBe(before.promises + 1);
  for (const cause of delayCauses)
    expect(after.partsMs[cause], cause).toBe(before.partsMs[cause] + partsMs[cause]);
  expect(await told()).toEqual(after);
  // A probe's ticket counts for nothing, and neither does what ended longer ago than is told.
  const invented = await asksAt("10:00");
  await clockOf(invented.ticketId, { ended: at("11:30"), due: at("11:00"), state: "breached" });
  await db.write.rows(sql`update tickets set synthetic = true where id = ${invented.ticketId}`);
  setClock(at("12:00"));
  expect(await told()).toEqual(after);
  setClock(new Date(at("12:00").getTime() + limits.lateLookBackMs));
  expect(await told()).toMatchObject({ promises: 0, blame: null });
});

test("kept and broken promises are good and bad events; what probes asked counts for nothing", async () => {
  const before = (await supportReports()).objectives[0];
  const { ticketId } = await asksAt("10:00");
  await clockOf(ticketId, { ended: at("10:20"), due: at("11:00"), state: "met" });
  const invented = await asksAt("10:00");
  await clockOf(invented.ticketId, { ended: null, due: at("11:00"), state: "breached" });
  await db.write.rows(sql`update tickets set synthetic = true where id = ${invented.ticketId}`);
  setClock(at("12:00"));
  const { objectives, broken } = await supportReports();
  expect(objectives.map(({ name }) => name)).toEqual([
    "firstResponse",
    "nextResponse",
    "resolution",
  ]);
  expect(objectives[0]).toMatchObject({
    good: (before?.good ?? 0) + 1,
    total: (before?.total ?? 0) + 1,
    achieved: null,
  });
  expect(broken.map(({ number }) => number)).not.toContain(invented.number);
});
