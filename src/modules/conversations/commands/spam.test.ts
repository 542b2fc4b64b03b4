import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  deliverTicket,
  markSpam,
  ticketPage,
  understoodFilter,
  unmarkSpam,
  whereOf,
} from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, anEnvelope, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { createTicket } from "./create-ticket";
import { emptyTrash } from "./empty-trash";
import { reply } from "./reply";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let ticketId: string;
beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
});
beforeEach(async () => {
  anna = await aPerson({ name: "Anna" });
  const asked = { commandId: aCommandId(), subject: "Cheap pills", body: "Buy them." };
  ticketId = (await createTicket.execute(anna, createTicket.schema.parse(asked))).ticketId;
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const about = () => ({ commandId: aCommandId(), ticketId });

async function listed(filter: string): Promise<boolean> {
  const where = await whereOf(mia, await understoodFilter(filter));
  const { rows } = await ticketPage(mia, { where, sort: "updated" });
  return rows.some(({ id }) => id === ticketId);
}

const statusOf = async () => {
  const [row] = await db.write.rows(sql`
    select status, synthetic, resolved_at, closed_at, subject from tickets where id = ${ticketId}`);
  return row;
};

test("spam is in no list until it is brought back, and then it is as it was", async () => {
  const pending = { ...about(), body: "What?", setStatus: "pending" };
  await reply.execute(mia, reply.schema.parse(pending));
  const before = await statusOf();
  expect(await listed("status:pending")).toBe(true);
  await markSpam.execute(mia, about());
  for (const filter of ["status:pending", "status:closed", ""])
    expect(await listed(filter), filter).toBe(false);
  // The same again changes nothing, also not what it comes back as.
  await markSpam.execute(mia, about());
  await unmarkSpam.execute(mia, about());
  expect(await statusOf()).toEqual(before);
  expect(await listed("status:pending")).toBe(true);
  await expect(unmarkSpam.execute(mia, about())).rejects.toMatchObject({
    code: "ticket_not_found",
  });
});

test("its requester sees it closed like any other, and nothing says why", async () => {
  const [row] = await db.write.rows<{ number: number }>(sql`
    select number::int as number from tickets where id = ${ticketId}`);
  const seen = async () => {
    const pages: unknown[] = await Promise.all([
      callAs("requests.list", anna, { shared: false }),
      callAs("requests.get", anna, { number: row?.number }),
    ]);
    return JSON.stringify(pages);
  };
  await markSpam.execute(mia, about());
  const whileThere = await seen();
  expect(whileThere).toContain('"status":"closed"');
  expect(whileThere).not.toMatch(/spam|trash|synthetic/iu);
  setClock(new Date(nowMs() + limits.ticketTrashMs + 1_000));
  await emptyTrash.execute(systemActor, { commandId: aCommandId() });
  const after = await seen();
  expect(after).toContain('"status":"closed"');
  expect(after).not.toMatch(/spam|trash|synthetic/iu);
  // What the portal hears live is that row and no more.
  const events = await db.write.rows<{ payload: unknown }>(sql`
    select payload from outbox where ticket_id = ${ticketId} and name = 'ticket.updated'`);
  expect(events.length).toBeGreaterThan(0);
  for (const { payload } of events) {
    const told = deliverTicket(anEnvelope({ name: "ticket.updated", ticketId, payload }));
    const toCustomers = told.filter(({ room }) => room.startsWith("request"));
    expect(toCustomers.length).toBeGreaterThan(0);
    expect(JSON.stringify(toCustomers)).not.toMatch(/spam|trash|synthetic/iu);
  }
});

test("after its days in the trash nothing is left of it but its number", async () => {
  await markSpam.execute(mia, about());
  const empties = () => emptyTrash.execute(systemActor, { commandId: aCommandId() });
  expect(await empties()).toEqual({ emptied: 0 });
  setClock(new Date(nowMs() + limits.ticketTrashMs + 1_000));
  expect(await empties()).toEqual({ emptied: 1 });
  expect(await statusOf()).toMatchObject({ subject: "Removed", synthetic: true });
  const said = await db.write.rows(sql`
    select body_html, body_text from ticket_messages where ticket_id = ${ticketId}`);
  expect(said).toEqual([{ body_html: "", body_text: "" }]);
  await expect(unmarkSpam.execute(mia, about())).rejects.toMatchObject({
    code: "ticket_not_found",
  });
});
