import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aRealtimeServer, type RealtimeServer } from "./testing/sockets";

const patience = { timeout: 45_000, interval: 20 };
let services: TestServices;
let server: RealtimeServer;
let anna: Actor;
let mia: Actor;
let max: Actor;
let one: string;
let other: string;

beforeAll(async () => {
  services = await testServices({ HOST: "127.0.0.1", PROCESS_KIND: "realtime" });
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  max = await aPerson({ role: "agent", name: "Max" });
});
beforeEach(async () => {
  server = await aRealtimeServer();
  [one, other] = [await asks(), await asks()];
});
afterEach(() => server.close());
afterAll(() => services.close());

async function asks(): Promise<string> {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return (await createTicket.execute(anna, createTicket.schema.parse(asked))).ticketId;
}

/** A window of somebody that has both tickets' rooms. */
async function aWindowOf(person: Actor) {
  const socket = await server.socketOf(person);
  for (const ticketId of [one, other]) await socket.join(rooms.ticket(ticketId));
  const goes = (ticketId: string, mode: string | null) =>
    void socket.client.emit(wire.presence, { ticketId, mode });
  const sees = (ticketId: string) => () =>
    (socket.people.get(ticketId) ?? []).map(({ name, mode }) => `${name} ${mode}`);
  return { ...socket, goes, sees };
}

test("colleagues see who is at a ticket and what they do there", async () => {
  const [hers, his] = [await aWindowOf(mia), await aWindowOf(max)];
  hers.goes(one, "viewing");
  await expect.poll(his.sees(one), patience).toEqual(["Mia viewing"]);
  hers.goes(one, "replying");
  await expect.poll(his.sees(one), patience).toEqual(["Mia replying"]);
});

test("somebody with two windows is one person, with the busier of what they do", async () => {
  const [first, second, his] = [await aWindowOf(mia), await aWindowOf(mia), await aWindowOf(max)];
  first.goes(one, "replying");
  await expect.poll(his.sees(one), patience).toEqual(["Mia replying"]);
  second.goes(one, "viewing");
  await expect.poll(second.sees(one), patience).toEqual(["Mia replying"]);
  expect(his.sees(one)()).toEqual(["Mia replying"]);
});

test("who goes to another ticket, or closes the window, is not at the first one any more", async () => {
  const [hers, his] = [await aWindowOf(mia), await aWindowOf(max)];
  hers.goes(one, "viewing");
  await expect.poll(his.sees(one), patience).toEqual(["Mia viewing"]);
  hers.goes(other, "viewing");
  await expect.poll(his.sees(other), patience).toEqual(["Mia viewing"]);
  await expect.poll(his.sees(one), patience).toEqual([]);
  hers.goes(one, null);
  hers.client.disconnect();
  await expect.poll(his.sees(other), patience).toEqual([]);
});

test("a customer neither is seen at a ticket nor sees who is", async () => {
  const [hers, his] = [await aWindowOf(anna), await aWindowOf(max)];
  expect(await hers.join(rooms.request(one))).toMatchObject({ ok: true });
  hers.goes(one, "viewing");
  his.goes(one, "viewing");
  await expect.poll(his.sees(one), patience).toEqual(["Max viewing"]);
  expect(hers.people.size).toBe(0);
});

test("who looks for the next ticket learns which ones others have open, a customer nothing", async () => {
  const [hers, his] = [await aWindowOf(mia), await aWindowOf(max)];
  hers.goes(one, "viewing");
  await expect.poll(his.sees(one), patience).toEqual(["Mia viewing"]);
  const asks = async (client: typeof hers.client) =>
    client.timeout(patience.timeout).emitWithAck(wire.taken, { ticketIds: [one, other] });
  expect(await asks(his.client)).toEqual({ taken: [one] });
  expect(await asks(hers.client)).toEqual({ taken: [] });
  const customer = await server.socketOf(anna);
  expect(await asks(customer.client)).toEqual({ taken: [] });
});
