import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { markSpam, ticketHead, unmarkSpam, updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { askForRatings } from "./commands/ask";
import { rateByLink } from "./commands/rate-by-link";
import { saveSatisfactionSettings } from "./commands/save-settings";
import { somebodyToAsk } from "./queries/due";
import { ratingOfLink, ratingOfRequest, ratingsOfTicket } from "./queries/rating";
import { ratingComments, satisfactionSummary } from "./queries/summary";

let services: TestServices;
let mia: Actor;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const dayMs = 24 * 3_600_000;
let addresses = 0;
const later = (ms: number) => setClock(new Date(nowMs() + ms));
const asks = async (who: Actor) => {
  const given = { commandId: aCommandId(), subject: "The vent", body: "It jams." };
  return createTicket.execute(who, createTicket.schema.parse(given));
};
const answers = (ticketId: string) =>
  reply.execute(
    mia,
    reply.schema.parse({
      commandId: aCommandId(),
      ticketId,
      body: "Oil it.",
      setStatus: "resolved",
    }),
  );
const changes = (ticketId: string, fields: object) => {
  const given = { commandId: aCommandId(), ticketId, changes: fields };
  return updateTicket.execute(mia, updateTicket.schema.parse(given));
};
const solved = async (who: Actor) => {
  const { ticketId, number } = await asks(who);
  await changes(ticketId, { assigneeId: mia.id });
  await answers(ticketId);
  return { ticketId, number };
};
const sweep = () => askForRatings.execute(systemActor, { commandId: aCommandId() });
const mailsTo = (who: Actor) =>
  db.write.rows<{ id: string }>(sql`
    select id from outgoing_mails where recipient = ${who.email} and kind = 'rating'`);
const tokenOf = async (who: Actor, ticketId: string) =>
  (await ratingOfRequest(who, { ticketId })).rating?.token ?? "";
const votes = (token: string, rating: string, comment = "") => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, rating, comment })) form.set(name, value);
  addresses += 1;
  return rateByLink(new Headers({ "x-forwarded-for": `10.1.1.${addresses}` }), form);
};
const shown = async (number: number) => (await ticketHead(mia, number)).row.satisfaction;

test("who got an answer is asked once, a day after it was solved, and not again that week", async () => {
  const anna = await aPerson({ name: "Anna" });
  const { ticketId } = await solved(anna);
  await sweep();
  expect(await mailsTo(anna)).toHaveLength(0);
  later(dayMs + 1_000);
  expect(await somebodyToAsk(new Date(nowMs()))).toBe(true);
  await Promise.all([sweep(), sweep()]);
  expect(await mailsTo(anna)).toHaveLength(1);
  await solved(anna);
  later(dayMs + 1_000);
  await sweep();
  expect(await mailsTo(anna)).toHaveLength(1);
  expect((await ratingOfRequest(anna, { ticketId })).rating).toMatchObject({ opinion: null });
});

test("nobody is asked about spam, a test, what no person answered, or where asking is switched off", async () => {
  const people = await Promise.all([1, 2, 3, 4].map(() => aPerson()));
  const [spammer, tester, unanswered, quiet] = people;
  if (!spammer || !tester || !unanswered || !quiet) throw new Error("There are four.");
  await changes((await solved(spammer)).ticketId, { addTags: ["spam"] });
  const made = await solved(tester);
  await db.write.rows(sql`update tickets set synthetic = true where id = ${made.ticketId}`);
  await changes((await asks(unanswered)).ticketId, { status: "resolved" });
  await solved(quiet);
  await saveSatisfactionSettings.execute(ada, {
    ...{ commandId: aCommandId(), asks: false, delayMinutes: 60 },
  });
  later(dayMs + 1_000);
  await sweep();
  for (const person of people) expect(await mailsTo(person)).toHaveLength(0);
  const again = { commandId: aCommandId(), asks: true, delayMinutes: 1_440 };
  await saveSatisfactionSettings.execute(ada, again);
  await sweep();
  for (const person of people) expect(await mailsTo(person)).toHaveLength(0);
  await expect(
    saveSatisfactionSettings.execute(mia, { ...again, commandId: aCommandId() }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("looking at the page says nothing; sending it does, and is changed for a week", async () => {
  const anna = await aPerson({ name: "Anna" });
  const { ticketId, number } = await solved(anna);
  const token = await tokenOf(anna, ticketId);
  expect(await ratingOfLink(token)).toMatchObject({ opinion: null, isOpen: true, number });
  expect(await shown(number)).toBeNull();
  await votes(token, "good");
  expect(await shown(number)).toBe(5);
  await votes(token, "bad", "It jams again.");
  expect(await shown(number)).toBe(1);
  expect(await ratingOfLink(token)).toMatchObject({ opinion: "bad", comment: "It jams again." });
  expect((await ratingsOfTicket({ ticketId })).ratings).toHaveLength(1);
  later(limits.ratingChangeMs + 1_000);
  await expect(votes(token, "good")).rejects.toMatchObject({ code: "rating_closed" });
  expect(await shown(number)).toBe(1);
});

test("a ticket that is solved again is rated again, and its last resolution speaks for it", async () => {
  const anna = await aPerson({ name: "Anna" });
  const { ticketId, number } = await solved(anna);
  const first = await tokenOf(anna, ticketId);
  await votes(first, "bad");
  later(1_000);
  await changes(ticketId, { status: "open" });
  expect((await ratingOfRequest(anna, { ticketId })).rating).toBeNull();
  await answers(ticketId);
  const second = await tokenOf(anna, ticketId);
  expect(second).not.toBe(first);
  await votes(second, "good");
  await votes(first, "bad", "The first time it was not.");
  expect(await shown(number)).toBe(5);
});

test("links of others' making, of people who were sent away, and for strangers open nothing", async () => {
  const [anna, ben] = [await aPerson({ name: "Anna" }), await aPerson({ name: "Ben" })];
  const { ticketId } = await solved(anna);
  const token = await tokenOf(anna, ticketId);
  const [id = "", at = "", signature = ""] = token.split(".");
  const other = await solved(ben);
  for (const wrong of [
    "",
    "a.b.c",
    `${other.ticketId}.${at}.${signature}`,
    `${id}.zz.${signature}`,
  ]) {
    await expect(votes(wrong, "good")).rejects.toMatchObject({ code: "link_expired" });
    expect(await ratingOfLink(wrong)).toBeNull();
  }
  await expect(votes(token, "great")).rejects.toMatchObject({ code: "invalid_input" });
  expect((await ratingOfRequest(ben, { ticketId })).rating).toBeNull();
  await db.write.rows(sql`update users set suspended_at = now() where id = ${anna.id}`);
  await expect(votes(token, "good")).rejects.toMatchObject({ code: "link_expired" });
});

test("what lies in the trash is in no figure and rated by nobody, and counts again when it is brought back", async () => {
  const anna = await aPerson({ name: "Anna" });
  const { ticketId } = await solved(anna);
  const token = await tokenOf(anna, ticketId);
  const figures = async () => {
    const { all, weeks } = await satisfactionSummary({ days: 30 });
    const { comments } = await ratingComments({});
    return { all, weeks, comments: comments.map(({ comment }) => comment) };
  };
  const before = await figures();
  await votes(token, "good", "Cheap pills.");
  const rated = await figures();
  expect(rated.comments).toContain("Cheap pills.");
  await markSpam.execute(mia, { commandId: aCommandId(), ticketId });
  expect(await figures()).toEqual(before);
  expect((await ratingOfRequest(anna, { ticketId })).rating).toBeNull();
  await expect(votes(token, "bad")).rejects.toMatchObject({ code: "link_expired" });
  await unmarkSpam.execute(mia, { commandId: aCommandId(), ticketId });
  expect(await figures()).toEqual(rated);
});

test("admins see the share of good ratings in all, by agent and by week, and what people wrote", async () => {
  const before = await satisfactionSummary({ days: 30 });
  const leo = await aPerson({ role: "agent", name: "Leo" });
  for (const [rating, comment] of [
    ["good", "Quick."],
    ["bad", ""],
  ] as const) {
    const who = await aPerson();
    const { ticketId } = await solved(who);
    await changes(ticketId, { assigneeId: leo.id });
    await votes(await tokenOf(who, ticketId), rating, comment);
  }
  const after = await satisfactionSummary({ days: 30 });
  expect(after.all.rated - before.all.rated).toBe(2);
  expect(after.agents.find(({ name }) => name === "Leo")).toMatchObject({ rated: 2, good: 1 });
  expect(after.weeks.reduce((sum, { rated }) => sum + rated, 0)).toBe(after.all.rated);
  const { comments } = await ratingComments({});
  expect(comments[0]).toMatchObject({ comment: "Quick.", isGood: true, agent: "Leo" });
});
