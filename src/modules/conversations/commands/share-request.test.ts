import { afterAll, beforeAll, expect, test } from "vitest";
import { addParticipant, followRequest, removeParticipant, ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { createTicket } from "./create-ticket";

let services: TestServices;
let anna: Actor;
let berta: Actor;
let carl: Actor;
beforeAll(async () => {
  services = await testServices();
  const organizationId = await anOrganization({ sharesTickets: true });
  anna = await aPerson({ name: "Anna", organizationId });
  berta = await aPerson({ name: "Berta", organizationId });
  carl = await aPerson({ name: "Carl" });
});
afterAll(() => services.close());

const asks = () => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const about = (ticketId: string) => ({ commandId: aCommandId(), ticketId });
const readers = async (number: number) =>
  (await ticketHead(anna, number)).participants.map(({ name }) => name).sort();

test("who asked lets somebody else read by their address, and takes them out again", async () => {
  const { ticketId, number } = await asks();
  await addParticipant.execute(anna, { ...about(ticketId), email: carl.email });
  await addParticipant.execute(anna, { ...about(ticketId), email: "dora@example.com" });
  expect(await readers(number)).toEqual(["Carl", "dora"]);
  expect((await ticketHead(carl, number)).row.number).toBe(number);
  await removeParticipant.execute(anna, { ...about(ticketId), personId: carl.id });
  await expect(ticketHead(carl, number)).rejects.toMatchObject({ code: "ticket_not_found" });
});

test("a colleague follows and stops, and decides for nobody else", async () => {
  const { ticketId, number } = await asks();
  await expect(
    addParticipant.execute(berta, { ...about(ticketId), email: carl.email }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await followRequest.execute(berta, { ...about(ticketId), following: true });
  expect(await readers(number)).toEqual(["Berta"]);
  await expect(
    removeParticipant.execute(berta, { ...about(ticketId), personId: carl.id }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await followRequest.execute(berta, { ...about(ticketId), following: false });
  expect(await readers(number)).toEqual([]);
});

test("people who work here are nobody's guests, and a stranger's request cannot be joined", async () => {
  const { ticketId, number } = await asks();
  const mia = await aPerson({ role: "agent" });
  await expect(
    addParticipant.execute(anna, { ...about(ticketId), email: mia.email }),
  ).rejects.toMatchObject({ code: "person_not_found" });
  await expect(
    followRequest.execute(carl, { ...about(ticketId), following: true }),
  ).rejects.toMatchObject({ code: "ticket_not_found" });
  expect(await readers(number)).toEqual([]);
});
