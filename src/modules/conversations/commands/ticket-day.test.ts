import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTicket, openTicket, reply } from "@/modules/conversations";
import {
  changeRequester,
  followTicket,
  linkTickets,
  mergePeople,
  requestPage,
  snoozeTicket,
  ticketHead,
  unmergePeople,
  updateTicket,
  wakeTickets,
} from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { now, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
beforeEach(() => setClock(null));
afterAll(async () => {
  setClock(null);
  await services.close();
});

const id = () => ({ commandId: aCommandId() });
const asks = (actor = anna) =>
  createTicket.execute(
    actor,
    createTicket.schema.parse({ ...id(), subject: "The vent jams", body: "At noon." }),
  );
const rowOf = async (number: number) => (await ticketHead(mia, number)).row;
const copies = (ticketId: string, participantIds: string[]) =>
  updateTicket.execute(
    mia,
    updateTicket.schema.parse({ ...id(), ticketId, changes: { participantIds } }),
  );
const numbersOf = async (actor: Actor) =>
  (await requestPage(actor, { shared: false })).rows.map((row) => row.number);

test("a snoozed ticket comes back at its time, once, whoever asks", async () => {
  const { ticketId, number } = await asks();
  const until = new Date(now().getTime() + 3_600_000).toISOString();
  await snoozeTicket.execute(mia, { ...id(), ticketId, until });
  expect((await rowOf(number)).snoozedUntil).toBe(until);
  const wakes = () => wakeTickets.execute(systemActor, id());
  expect(await wakes()).toEqual({ woken: 0 });
  setClock(new Date(Date.parse(until)));
  const both = await Promise.all([wakes(), wakes()]);
  expect(both.map((one) => one.woken).sort()).toEqual([0, 1]);
  expect((await rowOf(number)).snoozedUntil).toBeNull();
});

test("a reply of the requester brings it back, ours does not, and what is done is not snoozed", async () => {
  const { ticketId, number } = await asks();
  const says = (actor: Actor) =>
    reply.execute(actor, reply.schema.parse({ ...id(), ticketId, body: "Hello." }));
  await snoozeTicket.execute(mia, { ...id(), ticketId, until: "reply" });
  await says(mia);
  expect((await rowOf(number)).snoozedUntil).not.toBeNull();
  await says(anna);
  expect((await rowOf(number)).snoozedUntil).toBeNull();
  await snoozeTicket.execute(mia, { ...id(), ticketId, until: "reply" });
  const solved = { ...id(), ticketId, changes: { status: "resolved" } };
  await updateTicket.execute(mia, updateTicket.schema.parse(solved));
  expect((await rowOf(number)).snoozedUntil).toBeNull();
  await expect(
    snoozeTicket.execute(mia, { ...id(), ticketId, until: "reply" }),
  ).rejects.toMatchObject({ code: "status_not_allowed" });
});

test("two tickets are tied once, seen from both ends, and not in a circle", async () => {
  const [one, other] = [await asks(), await asks()];
  const ties = (kind: "related" | "incident", ticketId: string, otherNumber: number) =>
    linkTickets.execute(mia, { ...id(), ticketId, otherNumber, kind, end: "from" });
  await ties("related", one.ticketId, other.number);
  expect((await ties("related", other.ticketId, one.number)).isNew).toBe(false);
  await ties("incident", one.ticketId, other.number);
  await expect(ties("incident", other.ticketId, one.number)).rejects.toMatchObject({
    code: "link_not_possible",
  });
  const aside = await callAs("tickets.aside", mia, { number: other.number });
  expect(aside).toMatchObject({
    links: [
      { kind: "incident", end: "to", other: { number: one.number } },
      { kind: "related", other: { number: one.number } },
    ],
  });
});

test("following twice is following once, and is told beside the ticket", async () => {
  const { ticketId, number } = await asks();
  const follows = (following: boolean) =>
    followTicket.execute(mia, { ...id(), ticketId, following });
  await follows(true);
  await follows(true);
  expect(await callAs("tickets.aside", mia, { number })).toMatchObject({
    followers: [{ id: mia.id, name: "Mia" }],
  });
  await follows(false);
  expect(await callAs("tickets.aside", mia, { number })).toMatchObject({ followers: [] });
});

test("a timer runs on one ticket at a time; its time and what is written by hand add up", async () => {
  const [one, other] = [await asks(), await asks()];
  const call = (name: string, ticketId: string, more = {}) =>
    callAs(`tickets.${name}`, mia, { ticketId, ...more });
  await call("startTimer", one.ticketId);
  await expect(call("startTimer", other.ticketId)).rejects.toThrow();
  setClock(new Date(now().getTime() + 90_000));
  await call("stopTimer", one.ticketId);
  await call("addTime", one.ticketId, { seconds: 600, note: "Called the plant." });
  const aside = await callAs("tickets.aside", mia, { number: one.number });
  expect(aside).toMatchObject({ times: [{ seconds: 600 }, { seconds: 90 }], secondsTotal: 690 });
});

test("a ticket for a new customer makes the customer, once", async () => {
  const requester = { email: "new.one@example.com", name: "Nora" };
  const opens = (how: string) =>
    openTicket.execute(
      mia,
      openTicket.schema.parse({ ...id(), requester, subject: "A call", body: "It jams.", how }),
    );
  const asked = await rowOf((await opens("their_words")).number);
  expect(asked.requester.name).toBe("Nora");
  expect(asked.waitingSince).not.toBeNull();
  const begun = await rowOf((await opens("outbound")).number);
  expect(begun.requester.id).toBe(asked.requester.id);
  expect(begun.waitingSince).toBeNull();
  const note = await opens("note");
  const seen = await callAs("requests.get", { ...anna, id: begun.requester.id }, note);
  expect(seen).toMatchObject({ messages: [] });
});

test("another requester sees the ticket, the one before does not", async () => {
  const { ticketId, number } = await asks();
  const berta = await aPerson({ name: "Berta" });
  await changeRequester.execute(mia, { ...id(), ticketId, requester: { id: berta.id } });
  expect(await numbersOf(anna)).not.toContain(number);
  expect(await numbersOf(berta)).toContain(number);
});

test("who is said to have asked is in copy no more", async () => {
  const { ticketId, number } = await asks();
  const berta = await aPerson({ name: "Berta" });
  await copies(ticketId, [berta.id]);
  await changeRequester.execute(mia, { ...id(), ticketId, requester: { id: berta.id } });
  expect(await rowOf(number)).toMatchObject({ requester: { id: berta.id }, participantIds: [] });
});

test("two people become one and two again, with every ticket where it was", async () => {
  const kept = await aPerson({ organizationId: await anOrganization({}) });
  const merged = await aPerson({});
  const { number } = await asks(merged);
  const mine = await asks(kept);
  const { mergeId } = await mergePeople.execute(mia, {
    ...{ ...id(), keptId: kept.id, mergedId: merged.id },
  });
  expect((await numbersOf(kept)).sort()).toEqual([number, mine.number]);
  const opened = await openTicket.execute(
    mia,
    openTicket.schema.parse({
      ...{ ...id(), requester: { email: merged.email, name: "Whoever" } },
      ...{ subject: "Mail from the old address", body: "Hm.", how: "their_words" },
    }),
  );
  expect(await numbersOf(kept)).toContain(opened.number);
  await unmergePeople.execute(mia, { ...id(), mergeId });
  expect(await numbersOf(merged)).toEqual([number]);
  expect((await rowOf(number)).organization).toBeNull();
  const [account] = await db.write.rows(sql`
    select suspended_at, merged_into from users where id = ${merged.id}`);
  expect(account).toEqual({ suspended_at: null, merged_into: null });
  await expect(unmergePeople.execute(mia, { ...id(), mergeId })).rejects.toMatchObject({
    code: "person_merge_not_possible",
  });
});

test("what somebody is in copy of goes with them to the person they are merged with, and comes back", async () => {
  const [kept, merged, other] = [await aPerson({}), await aPerson({}), await aPerson({})];
  const copies = async (ticketId: string, participantIds: readonly string[]) =>
    updateTicket.execute(
      mia,
      updateTicket.schema.parse({ ...id(), ticketId, changes: { participantIds } }),
    );
  const inCopy = async (ticketId: string) => {
    const [row] = await db.write.rows<{ participant_ids: string[] }>(sql`
      select participant_ids from tickets where id = ${ticketId}`);
    return [...(row?.participant_ids ?? [])].sort();
  };
  const alone = await asks();
  await copies(alone.ticketId, [merged.id, other.id]);
  const both = await asks();
  await copies(both.ticketId, [merged.id, kept.id]);
  const own = await asks(kept);
  await copies(own.ticketId, [merged.id]);
  const theirs = await asks(merged);
  await copies(theirs.ticketId, [kept.id]);
  const all = [alone, both, own, theirs];
  const before = await Promise.all(all.map(({ ticketId }) => inCopy(ticketId)));

  const { mergeId } = await mergePeople.execute(mia, {
    ...{ ...id(), keptId: kept.id, mergedId: merged.id },
  });
  expect(await numbersOf(kept)).toEqual(expect.arrayContaining(all.map(({ number }) => number)));
  expect(await inCopy(alone.ticketId)).toEqual([kept.id, other.id].sort());
  expect(await inCopy(both.ticketId)).toEqual([kept.id]);
  // Who asked is never in copy of their own.
  for (const { ticketId } of [own, theirs]) expect(await inCopy(ticketId)).toEqual([]);

  await unmergePeople.execute(mia, { ...id(), mergeId });
  expect(await Promise.all(all.map(({ ticketId }) => inCopy(ticketId)))).toEqual(before);
  expect(await numbersOf(merged)).toEqual(expect.arrayContaining(all.map(({ number }) => number)));
});
