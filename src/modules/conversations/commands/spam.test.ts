import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { markSpam, ticketPage, understoodFilter, unmarkSpam, whereOf } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
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

test("after its days in the trash nothing is left of it but its number", async () => {
  await markSpam.execute(mia, about());
  const empties = () => emptyTrash.execute(systemActor, { commandId: aCommandId() });
  expect(await empties()).toEqual({ emptied: 0 });
  setClock(new Date(nowMs() + limits.ticketTrashMs + 1_000));
  expect(await empties()).toEqual({ emptied: 1 });
  expect(await statusOf()).toMatchObject({ subject: "Deleted spam", synthetic: true });
  const said = await db.write.rows(sql`
    select body_html, body_text from ticket_messages where ticket_id = ${ticketId}`);
  expect(said).toEqual([{ body_html: "", body_text: "" }]);
  await expect(unmarkSpam.execute(mia, about())).rejects.toMatchObject({
    code: "ticket_not_found",
  });
});
