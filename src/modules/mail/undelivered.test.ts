import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { sendMailProcessor } from "@/platform/mailer/processor";
import { lastPosition } from "@/platform/outbox";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { allEventsAfter } from "@/testing/expect-converges";
import { aDeliveryReport, aLetter, aMailbox, lostTo, reachedBy } from "@/testing/letters";
import { aMailHouse, type MailHouse } from "@/testing/mail-house";
import { keepMail } from "./commands/keep-mail";
import { takeIn } from "./commands/take-in";

const codes: number[] = [];
let house: MailHouse;
let mailboxId: string;
let anna: Actor;
let bob: Actor;
let mia: Actor;
beforeAll(async () => {
  house = await aMailHouse(codes);
  mailboxId = await aMailbox("help@desk.example");
  anna = await aPerson({ name: "Anna" });
  bob = await aPerson({ name: "Bob" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => house.close());

/** What Mia wrote to Anna, with Bob in copy, as a mail that waits or was sent. */
async function aMail(kind: "reply" | "notice", state: "waiting" | "sent") {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  const { ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  const [mailId, messageId, ours] = [newId(), newId(), `<${newId()}@desk.example>`];
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, cc, subject, body_text, body_html, message_id,
      state, ticket_id, sender_id, created_at, sent_at)
    values (${mailId}, ${kind}, ${anna.email}, ${[bob.email]}, 'Re: The door', 'x', 'x', ${ours},
      ${state}, ${ticketId}, ${mia.id}, now(), case when ${state} = 'sent' then now() end)`);
  await db.write.rows(sql`
    insert into ticket_mails (mail_id, ticket_id, message_id, created_at)
    values (${mailId}, ${ticketId}, ${messageId}, now())`);
  return { ticketId, mailId, messageId, ours };
}

const toldAfter = async (position: number) =>
  (await allEventsAfter(position)).filter(({ name }) => name === "mail.undelivered");
const shownOf = async (messageId: string) => {
  const answer: unknown = await callAs("mails.states", mia, { messageIds: [messageId] });
  return answer;
};

/** A mail system says whom a mail of ours reached, and whom not. */
async function reports(ours: string, groups: string[]) {
  await keepMail(aLetter(aDeliveryReport(ours, groups)), {
    ...{ mailboxId, cameBy: "smtp" as const },
  });
  const [stored] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails where state = 'stored'`);
  await takeIn(stored?.id ?? "");
}

test("a mail that one of several did not get says who, and whoever wrote it is told as if the server had refused it", async () => {
  const { ticketId, messageId, ours } = await aMail("reply", "sent");
  const { last } = await lastPosition();
  await reports(ours, [reachedBy(anna.email), reachedBy(bob.email)]);
  expect(await shownOf(messageId)).toMatchObject({ mails: [{ state: "sent" }] });
  await reports(ours, [reachedBy(anna.email), lostTo(bob.email.toUpperCase())]);
  await reports(ours, [lostTo(bob.email)]);
  expect(await shownOf(messageId)).toMatchObject({
    mails: [{ state: "bounced", reason: expect.stringMatching(`^${bob.email}: The address`) }],
  });
  expect((await toldAfter(last)).map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ ticketId, recipient: bob.email, senderId: mia.id }),
  ]);
});

test("that a mail to a colleague is lost tells nobody by another mail, which would never end", async () => {
  const { mailId, ours } = await aMail("notice", "waiting");
  const { last } = await lastPosition();
  codes.push(550);
  const about = { requestId: null, attempt: 1, signal: new AbortController().signal };
  expect(await sendMailProcessor.run({ mailId }, about)).toMatchObject({ outcome: "cancelled" });
  await reports(ours, [lostTo(anna.email)]);
  const bounces = await db.write.rows(sql`
    select reason from mail_bounces where outgoing_mail_id = ${mailId}`);
  expect(bounces).toHaveLength(1);
  expect(await toldAfter(last)).toEqual([]);
});
