import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, mentioned, reply } from "@/modules/conversations";
import { markSeen, requestStatus, updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { now, setClock } from "@/platform/clock";
import { db, observeStatements, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { eventsAfter, lastPosition, placeEvents } from "@/platform/outbox";
import { aCommandId, anEnvelope, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { decideNotice, decideNotifications } from "./commands/decide";
import { savePreferences } from "./commands/save-preferences";
import { sendLetters } from "./commands/send-letters";
import { triage } from "./commands/triage";
import { wake } from "./commands/wake";
import { peopleWithDueLetters, snoozedRowsDue } from "./queries/due";
import { inbox } from "./queries/inbox";
import { preferences } from "./queries/preferences";
import { unread } from "./queries/unread";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let max: Actor;
let zoe: Actor;
let teamId: string;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  max = await aPerson({ role: "agent", name: "Max" });
  zoe = await aPerson({ role: "agent", name: "Zoe" });
  teamId = newId();
  await db.write.rows(sql`insert into teams (id, name) values (${teamId}, 'Garden')`);
  for (const one of [mia, max, zoe])
    await db.write.rows(sql`
      insert into team_members (team_id, user_id) values (${teamId}, ${one.id})`);
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const asks = () =>
  createTicket.execute(
    anna,
    createTicket.schema.parse({ commandId: aCommandId(), subject: "The vent", body: "It jams." }),
  );
const says = (by: Actor, ticketId: string, body = "Hello.", kind = "reply") =>
  reply.execute(by, reply.schema.parse({ commandId: aCommandId(), ticketId, body, kind }));
const changes = (by: Actor, ticketId: string, fields: object) =>
  updateTicket.execute(
    by,
    updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes: fields }),
  );

/** Everything that happened since, decided once in its order, and what follows from that, too. */
async function decideAll(): Promise<void> {
  for (;;) {
    const { last } = await lastPosition();
    await placeEvents();
    const events = await eventsAfter(last);
    if (events.length === 0) return;
    for (const event of events)
      await decideNotifications.execute(systemActor, { commandId: event.id, event });
  }
}
const rowsOf = async (actor: Actor) => (await inbox(actor, {})).rows;
const rowAbout = async (actor: Actor, ticketId: string) =>
  (await rowsOf(actor)).find((row) => row.ticket.id === ticketId);
const mailsTo = async (actor: Actor) =>
  db.write.rows<{ subject: string; body_text: string; kind: string }>(sql`
    select subject, body_text, kind from outgoing_mails where recipient = ${actor.email}
    order by created_at, id`);
const does = (actor: Actor, numbers: number[], verb: string, until?: string) =>
  triage.execute(
    actor,
    triage.schema.parse({ commandId: aCommandId(), numbers, verb, ...(until ? { until } : {}) }),
  );
const prefers = (actor: Actor, change: object) =>
  savePreferences.execute(
    actor,
    savePreferences.schema.parse({ commandId: aCommandId(), ...change }),
  );

test("an assignment is told to who gets it, by inbox and mail, and not to who did it", async () => {
  const { ticketId, number } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await decideAll();
  expect(await rowAbout(mia, ticketId)).toMatchObject({
    reason: "assigned",
    byName: "Max",
    unread: true,
    ticket: { number, subject: "The vent", requesterName: "Anna" },
  });
  expect(await rowAbout(max, ticketId)).toBeUndefined();
  expect((await mailsTo(mia)).at(-1)?.subject).toBe(`#${number} The vent`);
  const own = await asks();
  await changes(mia, own.ticketId, { assigneeId: mia.id });
  await decideAll();
  expect(await rowAbout(mia, own.ticketId)).toBeUndefined();
});

test("one row a ticket counts its news; opened it is read, done it is gone, news bring it back", async () => {
  const { ticketId, number } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await says(anna, ticketId, "Are you there?");
  await says(anna, ticketId, "Hello?");
  await decideAll();
  expect(await rowAbout(mia, ticketId)).toMatchObject({ news: 3, words: "Hello?" });
  expect((await unread(mia)).numbers).toContain(number);
  await does(mia, [number], "read");
  expect((await unread(mia)).numbers).not.toContain(number);
  await does(mia, [number], "done");
  expect(await rowAbout(mia, ticketId)).toBeUndefined();
  await says(anna, ticketId, "One more thing");
  await decideAll();
  expect(await rowAbout(mia, ticketId)).toMatchObject({ news: 1, reason: "reply", unread: true });
});

test("who follows a ticket is told of its messages, and whose it is for that reason alone", async () => {
  const { ticketId } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  for (const one of [mia, zoe, max])
    await db.write.rows(sql`
      insert into ticket_followers values (${ticketId}, ${one.id}, now())`);
  await decideAll();
  await says(max, ticketId, "Look at this.", "note");
  await decideAll();
  expect(await rowAbout(zoe, ticketId)).toMatchObject({ reason: "follow", byName: "Max" });
  expect(await rowAbout(mia, ticketId)).toMatchObject({ words: "Look at this." });
  expect((await rowAbout(mia, ticketId))?.reason).not.toBe("follow");
  expect((await rowAbout(max, ticketId))?.words ?? "").not.toBe("Look at this.");
});

test("an event that is decided twice tells once", async () => {
  const { ticketId } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await placeEvents();
  const { last } = await lastPosition();
  const [event] = (await eventsAfter(last - 1)).filter((one) => one.name === "ticket.updated");
  if (event === undefined) throw new Error("no event");
  const before = (await mailsTo(mia)).length;
  await decideNotifications.execute(systemActor, { commandId: event.id, event });
  await decideNotifications.execute(systemActor, { commandId: aCommandId(), event });
  expect((await mailsTo(mia)).length).toBe(before + 1);
  expect(await rowAbout(mia, ticketId)).toMatchObject({ news: 1 });
});

test("a mention reaches a colleague once, even whose ticket it is; a customer never", async () => {
  const { ticketId } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await decideAll();
  const before = (await mailsTo(mia)).length;
  const { messageId } = await says(max, ticketId, "@Mia, the *secret* key?", "note");
  await decideAll();
  const personIds = [mia.id, max.id, anna.id];
  const event = anEnvelope({
    ...mentioned.make({ ticketId, messageId, personIds }, { ticketId }),
    occurredAt: now().toISOString(),
    actorId: max.id,
  });
  await decideNotifications.execute(systemActor, { commandId: event.id, event });
  expect(await rowAbout(mia, ticketId)).toMatchObject({
    reason: "mention",
    news: 2,
    words: "@Mia, the secret key?",
  });
  expect((await unread(mia)).mentions).toBeGreaterThan(0);
  expect(await rowAbout(max, ticketId)).toBeUndefined();
  expect((await mailsTo(mia)).length).toBe(before + 1);
  expect(JSON.stringify(await mailsTo(anna))).not.toContain("secret");
});

test("quiet hours hold mails until they end; what was read meanwhile is not mailed", async () => {
  await prefers(zoe, { quiet: { fromMinute: 20 * 60, untilMinute: 7 * 60 } });
  setClock(new Date("2026-11-26T22:00:00Z"));
  const [one, other] = [await asks(), await asks()];
  for (const { ticketId } of [one, other]) await changes(max, ticketId, { assigneeId: zoe.id });
  await decideAll();
  expect(await mailsTo(zoe)).toEqual([]);
  expect(await peopleWithDueLetters()).not.toContain(zoe.id);
  await does(zoe, [other.number], "read");
  setClock(new Date("2026-11-27T07:00:01Z"));
  expect(await peopleWithDueLetters()).toContain(zoe.id);
  const send = () => sendLetters.execute(systemActor, { commandId: aCommandId(), userId: zoe.id });
  await Promise.all([send(), send()]);
  expect((await mailsTo(zoe)).map(({ subject }) => subject)).toEqual([`#${one.number} The vent`]);
  await prefers(zoe, { quiet: null });
});

test("a day is one mail, at the hour that the person chose last", async () => {
  const lea = await aPerson({ role: "agent", name: "Lea" });
  await prefers(lea, { choices: { assigned: { mail: "digest" } }, digestMinute: 8 * 60 });
  setClock(new Date("2026-11-26T10:00:00Z"));
  for (let each = 0; each < 3; each += 1) {
    const { ticketId } = await asks();
    await changes(max, ticketId, { assigneeId: lea.id });
    await says(anna, ticketId, "And?");
  }
  await decideAll();
  await prefers(lea, { digestMinute: 17 * 60 });
  setClock(new Date("2026-11-26T17:00:01Z"));
  expect(await peopleWithDueLetters()).toContain(lea.id);
  const send = () => sendLetters.execute(systemActor, { commandId: aCommandId(), userId: lea.id });
  await Promise.all([send(), send()]);
  const mails = await mailsTo(lea);
  expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual([
    ["digest", "Your day: 3 tickets with news"],
  ]);
});

test("a message that was read before it was told of is in the inbox, and neither rings nor is mailed", async () => {
  const { ticketId, number } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await decideAll();
  await prefers(mia, { choices: { reply: { mail: "now" } } });
  const before = (await mailsTo(mia)).length;
  await says(anna, ticketId, "Seen at once");
  const seenAt = now().toISOString();
  await markSeen.execute(mia, { commandId: aCommandId(), ticketId, seenAt });
  await decideAll();
  expect(await rowAbout(mia, ticketId)).toMatchObject({ words: "Seen at once", unread: false });
  expect((await unread(mia)).numbers).not.toContain(number);
  expect((await mailsTo(mia)).length).toBe(before);
  await prefers(mia, { choices: { reply: { mail: "digest" } } });
});

test("what is off is not told, and preferences are kept part by part", async () => {
  const lou = await aPerson({ role: "agent", name: "Lou" });
  await prefers(lou, { choices: { assigned: { app: false } } });
  await prefers(lou, { choices: { assigned: { mail: "off" } } });
  const { ticketId } = await asks();
  await changes(max, ticketId, { assigneeId: lou.id });
  await decideAll();
  expect(await rowsOf(lou)).toEqual([]);
  expect(await mailsTo(lou)).toEqual([]);
  const kept = await preferences(lou);
  expect(kept.choices.assigned).toEqual({ app: false, desktop: false, mail: "off" });
  expect(kept.choices.mention.mail).toBe("now");
});

test("a customer's reply on an away agent's ticket returns it to the team, which is told", async () => {
  const { ticketId } = await asks();
  await changes(mia, ticketId, { assigneeId: max.id });
  const until = new Date(now().getTime() + 24 * 3_600_000);
  await db.write.rows(sql`update users set away_until = ${until} where id = ${max.id}`);
  await says(mia, ticketId, "One moment.");
  await decideAll();
  expect(
    (await db.write.rows(sql`select assignee_id from tickets where id = ${ticketId}`))[0],
  ).toEqual({ assignee_id: max.id });
  await says(anna, ticketId, "Still here.");
  await decideAll();
  const [ticket] = await db.write.rows(sql`
    select assignee_id, team_id, version from tickets where id = ${ticketId}`);
  expect(ticket).toMatchObject({ assignee_id: null, team_id: teamId });
  const [history] = await db.write.rows<{ detail: unknown }>(sql`
    select detail from activity_logs where ticket_id = ${ticketId} and kind = 'returned'`);
  expect(history?.detail).toMatchObject({ reason: "away", fromId: max.id });
  expect(await rowAbout(mia, ticketId)).toMatchObject({ reason: "returned", byName: null });
  const told = (await rowAbout(max, ticketId))?.reason;
  expect(told).not.toBe("returned");
  await db.write.rows(sql`update users set away_until = null where id = ${max.id}`);
});

test("who has a ticket is told that its customer opened it again, and once where a message did it", async () => {
  const about = async (ticketId: string) => (await rowAbout(zoe, ticketId))?.news;
  const { ticketId } = await asks();
  await changes(mia, ticketId, { assigneeId: zoe.id });
  await says(zoe, ticketId, "Done.");
  await changes(zoe, ticketId, { status: "resolved" });
  await decideAll();
  const before = (await about(ticketId)) ?? 0;
  await requestStatus.reopen.execute(anna, { commandId: aCommandId(), ticketId });
  await decideAll();
  expect(await rowAbout(zoe, ticketId)).toMatchObject({ reason: "assigned", byName: "Anna" });
  expect(await about(ticketId)).toBe(before + 1);
  await changes(zoe, ticketId, { status: "resolved" });
  await says(anna, ticketId, "It is not.");
  await decideAll();
  expect(await about(ticketId)).toBe(before + 2);
});

test("who follows the ticket of somebody who is away still hears what the customer says", async () => {
  const { ticketId } = await asks();
  const lea = await aPerson({ role: "agent", name: "Lea" });
  await changes(mia, ticketId, { assigneeId: max.id });
  await db.write.rows(sql`
    insert into ticket_followers (ticket_id, user_id, created_at)
    values (${ticketId}, ${lea.id}, now())`);
  const until = new Date(now().getTime() + 24 * 3_600_000);
  await db.write.rows(sql`update users set away_until = ${until} where id = ${max.id}`);
  await says(anna, ticketId, "Nobody there?");
  await decideAll();
  expect(await rowAbout(lea, ticketId)).toMatchObject({ reason: "follow", words: "Nobody there?" });
  expect(await rowAbout(mia, ticketId)).toMatchObject({ reason: "returned" });
  await db.write.rows(sql`update users set away_until = null where id = ${max.id}`);
});

test("snoozed is out of the inbox and comes back unread when its time has come", async () => {
  const { ticketId, number } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await decideAll();
  setClock(now());
  const { until } = await does(mia, [number], "snooze", "later");
  expect(await rowAbout(mia, ticketId)).toBeUndefined();
  expect((await unread(mia)).numbers).not.toContain(number);
  expect(await snoozedRowsDue()).toEqual([]);
  setClock(new Date(Date.parse(until ?? "") + 1));
  const ids = await snoozedRowsDue();
  expect(ids).toHaveLength(1);
  await wake.execute(systemActor, { commandId: aCommandId(), ids });
  await wake.execute(systemActor, { commandId: aCommandId(), ids });
  expect(await rowAbout(mia, ticketId)).toMatchObject({ unread: true, version: 3 });
});

test("nobody deals with another's inbox", async () => {
  const { ticketId, number } = await asks();
  await changes(max, ticketId, { assigneeId: mia.id });
  await decideAll();
  expect(await does(zoe, [number], "done")).toMatchObject({ changed: 0 });
  expect(await rowAbout(mia, ticketId)).toMatchObject({ unread: true });
});

test("telling a team of thirty takes as many statements as telling one", async () => {
  const statementsFor = async (members: number) => {
    const id = newId();
    await db.write.rows(sql`insert into teams (id, name) values (${id}, ${id})`);
    for (let each = 0; each < members; each += 1) {
      const one = await aPerson({ role: "agent" });
      await prefers(one, { choices: { team: { app: true, mail: "now" } } });
      await db.write.rows(sql`
        insert into team_members (team_id, user_id) values (${id}, ${one.id})`);
    }
    const { ticketId } = await asks();
    await decideAll();
    const before = await lastPosition();
    await changes(mia, ticketId, { teamId: id });
    await placeEvents();
    const events = await eventsAfter(before.last);
    const event = events.find(({ name }) => name === "ticket.updated");
    if (event === undefined) throw new Error("no event");
    const { result, statements } = await observeStatements(() =>
      decideNotifications.execute(systemActor, { commandId: event.id, event }),
    );
    expect(result).toEqual({ told: members, mails: members });
    return statements.length;
  };
  expect(await statementsFor(30)).toBe(await statementsFor(1));
});

test("a promise that nears its end is told to whoever has the ticket by then, else to its team, and of no finished ticket", async () => {
  const { ticketId } = await asks();
  await changes(max, ticketId, { teamId });
  const notices = async (reason: "risk" | "breach", words: string) => {
    const event = anEnvelope({ id: newId(), name: "sla.atRisk", ticketId });
    const notice = { ticketId, reason, words };
    const given = { commandId: event.id, event, notice };
    await decideNotice.execute(systemActor, given);
    return decideNotice.execute(systemActor, { ...given, commandId: newId() });
  };
  expect(await notices("risk", "First response")).toEqual({ mails: 0, told: 0 });
  const about = { reason: "risk", words: "First response", byName: null, news: 1 };
  expect(await rowAbout(zoe, ticketId)).toMatchObject(about);
  await changes(max, ticketId, { assigneeId: mia.id });
  await decideAll();
  await notices("breach", "Resolution");
  expect(await rowAbout(mia, ticketId)).toMatchObject({ reason: "breach", words: "Resolution" });
  expect(await rowAbout(zoe, ticketId)).toMatchObject(about);
  await changes(max, ticketId, { status: "resolved" });
  await does(mia, [(await rowAbout(mia, ticketId))?.ticket.number ?? 0], "done");
  await notices("breach", "Too late");
  expect(await rowAbout(mia, ticketId)).toBeUndefined();
});
