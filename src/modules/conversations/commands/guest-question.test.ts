import { afterAll, beforeAll, expect, test } from "vitest";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { bodiesOfRow } from "@/platform/mailer/mail-row";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { formStamp } from "../queries/form-stamp";
import { askAsGuest, guestQuestionSchema } from "./ask-as-guest";
import { confirmQuestion } from "./confirm-question";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

/** Each of these comes from somewhere else. */
const anAddress = () => ({ address: aCommandId() });
const aQuestion = (more: Record<string, unknown> = {}) => {
  const commandId = aCommandId();
  return guestQuestionSchema.parse({
    commandId,
    email: `anna-${commandId}@example.com`,
    name: "Anna Kowalska",
    subject: "The vent jams",
    body: "At **noon**.",
    language: "de",
    stamp: formStamp(commandId, nowMs() - 10_000),
    trap: "",
    ...more,
  });
};
const refusal = (thrown: unknown) =>
  isAppError(thrown) ? { code: thrown.code, ...thrown.detail } : thrown;

async function mailsTo(email: string) {
  return db.write.rows<Parameters<typeof bodiesOfRow>[0] & { subject: string }>(sql`
    select * from outgoing_mails where recipient = ${email} order by id`);
}

async function linkSentTo(email: string): Promise<string> {
  const [mail] = await mailsTo(email);
  if (mail === undefined) throw new Error(`Nothing was sent to ${email}.`);
  return /token=([\w-]+)/u.exec(bodiesOfRow(mail).text)?.[1] ?? "";
}

const ticketsOf = (email: string) =>
  db.write.rows<{ number: number; subject: string }>(sql`
    select tickets.number::int as number, subject from tickets
    join users on users.id = requester_id where users.email = ${email}`);

test("who reads the mail of an address that somebody has left asks as themselves, and comes in as nobody else", async () => {
  const question = aQuestion();
  const mover = await aPerson({ name: "Anna" });
  await db.write.rows(sql`
    insert into address_changes (id, user_id, old_email, new_email, step, asked_at, expires_at,
      changed_at)
    values (${aCommandId()}, ${mover.id}, ${question.email}, ${mover.email}, 'object', now(), now(),
      now())`);
  await askAsGuest(anAddress(), question);
  const { personId } = await confirmQuestion(await linkSentTo(question.email));
  expect(personId).not.toBe(mover.id);
});

test("a question becomes a ticket of the address that opened its link, and of nobody before", async () => {
  const question = aQuestion();
  await askAsGuest(anAddress(), question);
  expect(await ticketsOf(question.email)).toEqual([]);
  const { number, first } = await confirmQuestion(await linkSentTo(question.email));
  expect(first).toBe(true);
  expect(await ticketsOf(question.email)).toEqual([{ number, subject: "The vent jams" }]);
  // What stands in the ticket, and may be removed there for good, is kept nowhere beside it.
  const [kept] = await db.write.rows(sql`
    select name, subject, body, fields from guest_questions where email = ${question.email}`);
  expect(kept).toEqual({ name: "", subject: "", body: "", fields: null });
  const [person] = await db.write.rows(sql`
    select email_verified, language from users where email = ${question.email}`);
  expect(person).toEqual({ email_verified: true, language: "de" });
});

test("the mail speaks the page's language and carries none of the writer's words to a stranger", async () => {
  const question = aQuestion({ subject: "Buy cheap pills", body: "Buy cheap pills" });
  await askAsGuest(anAddress(), question);
  const [mail] = await mailsTo(question.email);
  if (mail === undefined) throw new Error("Nothing was sent.");
  expect(mail.subject).toBe("Bestätigen Sie Ihre Anfrage");
  expect(bodiesOfRow(mail).text).not.toContain("pills");
});

test("double click, retry and reload make one mail, and the link twice makes one ticket", async () => {
  const question = aQuestion();
  const caller = anAddress();
  await Promise.all([askAsGuest(caller, question), askAsGuest(caller, question)]);
  await askAsGuest(caller, question);
  expect(await mailsTo(question.email)).toHaveLength(1);
  const link = await linkSentTo(question.email);
  const asked = await Promise.all([confirmQuestion(link), confirmQuestion(link)]);
  expect(new Set(asked.map(({ number }) => number)).size).toBe(1);
  expect(asked.filter(({ first }) => first)).toHaveLength(1);
  expect(await ticketsOf(question.email)).toHaveLength(1);
});

test("a robot is answered as a person is, and nothing is kept of it", async () => {
  const question = aQuestion({ trap: "https://example.com" });
  await askAsGuest(anAddress(), question);
  expect(await mailsTo(question.email)).toEqual([]);
});

test("who sends at once is told when to come again; a forged stamp begins anew", async () => {
  const hasty = aQuestion();
  const now = { ...hasty, stamp: formStamp(hasty.commandId, nowMs()) };
  const said = await askAsGuest(anAddress(), now).catch(refusal);
  expect(said).toMatchObject({ code: "rate_limited" });
  const forged = { ...hasty, stamp: formStamp(aCommandId(), nowMs() - 10_000) };
  expect(await askAsGuest(anAddress(), forged).catch(refusal)).toEqual({ code: "form_outdated" });
});

test("mails to one mailbox are few, whoever asks for them and from wherever", async () => {
  const email = `flooded-${aCommandId()}@example.com`;
  for (const _ of [1, 2, 3]) await askAsGuest(anAddress(), aQuestion({ email }));
  const said = await askAsGuest(anAddress(), aQuestion({ email })).catch(refusal);
  expect(said).toMatchObject({ code: "rate_limited", retryAfterMs: expect.any(Number) });
  expect(await mailsTo(email)).toHaveLength(3);
});

test("a robot at one address meets the limit, whomever it writes to; a person who tries again does not", async () => {
  const person = anAddress();
  const question = aQuestion();
  // A lost answer, a reload and an impatient finger: the same form again is the same question.
  for (let turn = 0; turn < 30; turn += 1) await askAsGuest(person, question);
  for (const _ of [1, 2]) await askAsGuest(person, aQuestion());
  const robot = anAddress();
  for (let turn = 0; turn < limits.guestQuestionsPerAddressMax; turn += 1)
    await askAsGuest(robot, aQuestion());
  const one = aQuestion();
  const said = await askAsGuest(robot, one).catch(refusal);
  expect(said).toMatchObject({ code: "rate_limited", retryAfterMs: expect.any(Number) });
  expect(await mailsTo(one.email)).toEqual([]);
});

test("whoever has an account stays who they are; a link that nobody sent opens nothing", async () => {
  const known = await aPerson({ name: "Anna" });
  const question = aQuestion({ email: known.email, name: "Mallory" });
  await askAsGuest(anAddress(), question);
  const { personId } = await confirmQuestion(await linkSentTo(known.email));
  expect(personId).toBe(known.id);
  expect(await confirmQuestion("x".repeat(32)).catch(refusal)).toEqual({ code: "link_expired" });
});
