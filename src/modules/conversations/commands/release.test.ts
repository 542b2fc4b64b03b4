import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, releaseMessage, reply } from "@/modules/conversations";
import { ticketHead, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let anna: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

const after = (seconds: number) => new Date(now().getTime() + seconds * 1_000);

const asks = (actor: Actor) => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(actor, createTicket.schema.parse(asked));
};

const writes = (actor: Actor, ticketId: string, body: string, holdSeconds = 0, at = now()) => {
  const said = { commandId: aCommandId(), ticketId, body, holdSeconds };
  return reply.execute(actor, reply.schema.parse(said), at);
};

const releases = (actor: Actor, ticketId: string, messageId: string, at: Date) =>
  releaseMessage.execute(actor, { commandId: messageId, ticketId, messageId }, at);

test("a reply that a late worker releases does not hide what the customer wrote since", async () => {
  const { ticketId, number } = await asks(anna);
  const held = await writes(mia, ticketId, "Try the handle.", 10);
  await writes(anna, ticketId, "It is on fire now.", 0, after(30));
  await releases(mia, ticketId, held.messageId, after(60));
  const { row } = await ticketHead(mia, number);
  expect(row.lastWords).toBe("It is on fire now.");
  expect(row.waitingSince).not.toBeNull();
});

test("a reply that is released in time is the last word, and nobody waits any more", async () => {
  const { ticketId, number } = await asks(anna);
  const held = await writes(mia, ticketId, "Try the handle.", 10);
  await releases(mia, ticketId, held.messageId, after(10));
  const { row } = await ticketHead(mia, number);
  expect(row).toMatchObject({ lastWords: "Try the handle.", waitingSince: null });
});

test("a customer's reply that was held while the ticket was closed is heard and reopens nothing", async () => {
  const { ticketId, number } = await asks(anna);
  const held = await writes(anna, ticketId, "One more thing.", 10);
  for (const status of ["resolved", "closed"])
    await updateTicket.execute(
      mia,
      updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes: { status } }),
    );
  await releases(anna, ticketId, held.messageId, after(10));
  const { row } = await ticketHead(mia, number);
  expect(row).toMatchObject({ status: "closed", lastWords: "One more thing." });
});

test("a reply that was accepted is sent although its author cannot see the ticket any more", async () => {
  const organizationId = await anOrganization({ sharesTickets: true });
  const [owner, colleague] = [await aPerson({ organizationId }), await aPerson({ organizationId })];
  const { ticketId, number } = await asks(owner);
  const held = await writes(colleague, ticketId, "It happens to me, too.", 10);
  await db.write.rows(sql`
    update organizations set shares_tickets = false where id = ${organizationId}`);
  const sent = await releases(colleague, ticketId, held.messageId, after(10));
  expect(sent).toEqual({ released: true });
  expect((await ticketHead(owner, number)).row.lastWords).toBe("It happens to me, too.");
});

test("nobody releases the reply of somebody else", async () => {
  const { ticketId } = await asks(anna);
  const held = await writes(mia, ticketId, "Try the handle.", 10);
  const about = { commandId: aCommandId(), ticketId, messageId: held.messageId };
  expect(await releaseMessage.execute(anna, about, after(10))).toEqual({ released: false });
});
