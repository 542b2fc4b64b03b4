import { io as connect } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { LiveConnection } from "@/live/connection";
import { createTicket, reply } from "@/modules/conversations";
import { suspendUser } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { closeValkey } from "@/platform/valkey";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf } from "@/testing/people";
import { type Relay, startRelay } from "../worker/relay";
import { aRealtimeServer, type RealtimeServer, refusalOf } from "./testing/sockets";

const patience = { timeout: 45_000, interval: 20 };
let services: TestServices;
let server: RealtimeServer;
let relay: Relay;
let organizationId: string;
let anna: Actor;
let mia: Actor;
let admin: Actor;

beforeAll(async () => {
  services = await testServices({ HOST: "127.0.0.1", PROCESS_KIND: "realtime" });
  organizationId = await anOrganization({ sharesTickets: false });
  anna = await aPerson({ name: "Anna", organizationId });
  mia = await aPerson({ role: "agent", name: "Mia" });
  admin = await aPerson({ role: "admin", name: "Ada" });
  relay = startRelay();
});
beforeEach(async () => {
  server = await aRealtimeServer();
});
afterEach(() => server.close());
afterAll(async () => {
  await relay.close();
  await services.close();
});

const asks = (actor: Actor) => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(actor, createTicket.schema.parse(asked));
};
const notes = (ticketId: string, body: string, kind = "note") =>
  reply.execute(mia, reply.schema.parse({ commandId: aCommandId(), ticketId, body, kind }));

test("without a cookie of ours nobody gets a socket", async () => {
  const { cookie } = await aDeviceOf(anna);
  for (const bad of [undefined, "x=y", cookie.slice(0, -6), cookie.replace(/=.{4}/, "=aaaa")])
    expect(await refusalOf(server.open(bad === undefined ? {} : { cookie: bad }))).toBe(
      "not_signed_in",
    );
});

test("a page of another site gets no socket, whatever cookie comes with it", async () => {
  const { cookie } = await aDeviceOf(anna);
  expect(await refusalOf(server.open({ cookie, origin: "https://evil.example" }))).toMatch(
    /websocket error/,
  );
});

test("a room that somebody may not join tells them nothing, before and after they ask", async () => {
  const { ticketId } = await asks(mia);
  const nosy = await server.socketOf(anna);
  const agent = await server.socketOf(mia);
  const forbidden = [
    rooms.queue(),
    rooms.ticket(ticketId),
    rooms.request(ticketId),
    rooms.requests(mia.id),
    rooms.organization(organizationId),
    rooms.person(mia.id),
    "everything",
    agent.client.id,
  ];
  for (const room of forbidden)
    for (const since of [null, 0])
      expect(await nosy.join(room, since)).toEqual({ ok: false, code: "room_forbidden" });
  expect(await agent.join(rooms.queue())).toMatchObject({ ok: true });
  await notes(ticketId, "for nobody else");
  await expect.poll(() => agent.heard.length, patience).toBeGreaterThan(0);
  expect(nosy.heard).toEqual([]);
});

test("what is no question for a room is answered as none, and the server lives on", async () => {
  const { client, join } = await server.socketOf(anna);
  const malformed = { ok: false, code: "malformed_request" };
  for (const room of [null, 7, {}, [], "x".repeat(100)])
    expect(await join(room)).toEqual(malformed);
  for (const since of ["0", 1.5, {}, Number.MAX_VALUE])
    expect(await join(rooms.requests(anna.id), since)).toEqual(malformed);
  client.emit(wire.join, { room: rooms.queue(), since: null });
  client.emit(wire.join, null, "not a function");
  client.emit(wire.leave, { room: "queue" });
  client.emit(wire.presence, { ticketId: "x".repeat(1_000), mode: "viewing" });
  client.emit(wire.presence, { ticketId: aCommandId(), mode: "viewing" });
  client.emit("invented", { a: 1 });
  expect(await join(rooms.requests(anna.id))).toMatchObject({ ok: true });
});

test("a message larger than any of ours ends the socket and nothing else", async () => {
  const loud = await server.socketOf(anna);
  const ended = new Promise<string>((resolve) => loud.client.on("disconnect", resolve));
  loud.client.emit(wire.join, { room: "x".repeat(limits.socketMessageBytesMax + 1), since: null });
  expect(await ended).toMatch(/transport/);
  const other = await server.socketOf(anna);
  expect(await other.join(rooms.requests(anna.id))).toMatchObject({ ok: true });
});

test("nobody joins more rooms than a page can show", async () => {
  const { join } = await server.socketOf(mia);
  const { ticketId } = await asks(anna);
  const answers: unknown[] = [];
  for (let each = 0; each < limits.roomsPerSocketMax; each += 1) {
    const other = await asks(anna);
    answers.push(await join(rooms.ticket(other.ticketId)));
  }
  expect(answers.at(-1)).toEqual({ ok: false, code: "rate_limited" });
  expect(await join(rooms.ticket(ticketId))).toEqual({ ok: false, code: "rate_limited" });
});

test("somebody who is suspended hears nothing from that moment on, and does not come back", async () => {
  const eva = await aPerson({ role: "agent", name: "Eva" });
  const { client, cookie, heard, join } = await server.socketOf(eva);
  const { ticketId } = await asks(anna);
  expect(await join(rooms.queue())).toMatchObject({ ok: true });
  await notes(ticketId, "while she was here");
  await expect.poll(() => heard.length, patience).toBeGreaterThan(0);
  const ended = new Promise<string>((resolve) => client.on("disconnect", resolve));
  await suspendUser.execute(admin, { commandId: aCommandId(), userId: eva.id });
  expect(await ended).toBe("io server disconnect");
  const before = heard.length;
  const agent = await server.socketOf(mia);
  await agent.join(rooms.queue());
  await notes(ticketId, "after she had gone");
  await expect.poll(() => agent.heard.length, patience).toBeGreaterThan(0);
  expect(heard).toHaveLength(before);
  expect(await refusalOf(server.open({ cookie }))).toBe("not_signed_in");
});

test("colleagues whose organization, or house, no longer lets them read each other come in anew, and others stay", async () => {
  const shared = await anOrganization({ sharesTickets: true });
  const ben = await aPerson({ name: "Ben", organizationId: shared });
  const other = await server.socketOf(anna);
  const parts = async () => {
    const socket = await server.socketOf(ben);
    expect(await socket.join(rooms.organization(shared))).toMatchObject({ ok: true });
    return socket;
  };
  const first = await parts();
  const save = (sharesTickets: boolean) =>
    callAs("identity.saveOrganization", admin, { id: shared, name: shared, sharesTickets });
  await save(false);
  await expect.poll(() => first.client.connected, patience).toBe(false);
  const shut = await server.socketOf(ben);
  expect(await shut.join(rooms.organization(shared))).toMatchObject({ code: "room_forbidden" });
  expect(other.client.connected).toBe(true);
  await save(true);
  await expect.poll(() => shut.client.connected, patience).toBe(false);
  const again = await parts();
  const settings: unknown = await callAs("workspace.settings", admin, undefined);
  const { version, name, accent, languages, trouble } = Object(settings);
  const house = { name, accent, languages, trouble };
  await callAs("workspace.save", admin, { ...house, version, colleaguesShare: false });
  await expect.poll(() => again.client.connected, patience).toBe(false);
  await callAs("workspace.save", admin, { ...house, version: version + 1, colleaguesShare: true });
});

test("a customer who listens to a request hears the reply and never the note", async () => {
  const { ticketId } = await asks(anna);
  const { heard, join } = await server.socketOf(anna);
  expect(await join(rooms.request(ticketId), 0)).toMatchObject({ ok: true });
  await notes(ticketId, "the secret of the house");
  await notes(ticketId, "Try the handle.", "reply");
  const told = () => JSON.stringify(heard);
  await expect.poll(told, patience).toContain("Try the handle.");
  expect(told()).not.toContain("secret");
  expect(told()).not.toContain('"note"');
});

test("who was away gets what was missed with the answer, and a gap cannot go unseen", async () => {
  const { ticketId } = await asks(anna);
  const first = await server.socketOf(mia);
  const joined = await first.join(rooms.ticket(ticketId));
  expect(joined).toMatchObject({ ok: true });
  first.client.disconnect();
  const watch = await server.socketOf(mia);
  await watch.join(rooms.ticket(ticketId));
  await notes(ticketId, "missed one");
  await notes(ticketId, "missed two");
  const missed = () => watch.heard.filter((each) => JSON.stringify(each).includes("missed "));
  await expect.poll(() => missed().length, patience).toBe(2);
  const [one, two] = missed();
  expect(two?.previous).toBe(one?.event.position);
  const again = await server.socketOf(mia);
  const since = one?.previous ?? 0;
  expect(await again.join(rooms.ticket(ticketId), since)).toMatchObject({
    ok: true,
    last: two?.event.position,
    missed: [one?.event, two?.event],
  });
});

test("a browser that meets a session store that is away comes back by itself", async () => {
  const { cookie } = await aDeviceOf(mia);
  vi.stubEnv("VALKEY_SESSION_URL", "redis://127.0.0.1:1");
  forgetEnv();
  await closeValkey();
  const socket = connect(server.url, {
    transports: ["websocket"],
    autoConnect: false,
    forceNew: true,
    extraHeaders: { cookie },
  });
  const said = refusalOf(socket);
  const live = new LiveConnection(socket, monotonicMs);
  expect(await said).toBe("session_store_unavailable");
  expect(live.state).toBe("offline");
  vi.unstubAllEnvs();
  forgetEnv();
  await closeValkey();
  await expect.poll(() => live.state, patience).toBe("connected");
  live.close();
});
