import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTicket, mergeTickets } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { authSecrets } from "@/platform/auth/secrets";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { replySigners } from "@/platform/mailer";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { replyAddress } from "../rules/reply-address";
import { findTicketOfMail } from "./find-ticket";
import { readMail } from "./read-mail";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let stranger: Actor;
let ticket: { ticketId: string; number: number };
const ours = "<one-of-ours@desk.example>";

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({});
  mia = await aPerson({ role: "agent" });
  stranger = await aPerson({});
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  ticket = await createTicket.execute(anna, createTicket.schema.parse(asked));
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
      ticket_id, created_at)
    values (${newId()}, 'reply', ${anna.email}, 'Re: The door', '', '', ${ours},
      ${ticket.ticketId}, now())`);
});
afterAll(() => services.close());

const found = async (sender: string, head: string) =>
  findTicketOfMail(await readMail(Buffer.from(`From: ${sender}\r\n${head}\r\n\r\nYes.`)));

test("an answer to a mail of ours belongs to its ticket, however the address is written", async () => {
  const expected = { number: ticket.number, takesReplies: true };
  expect(await found(anna.email, `In-Reply-To: ${ours}`)).toEqual(expected);
  expect(await found(anna.email.toUpperCase(), `References: <x@y> ${ours}`)).toEqual(expected);
  expect(await found(mia.email, `In-Reply-To: ${ours}`)).toEqual(expected);
});

test("who moved to another address is still themselves from the old one, until it has an account of its own", async () => {
  const mover = await aPerson({});
  const left = "left@example.com";
  await db.write.rows(sql`
    update tickets set participant_ids = ${[mover.id]} where id = ${ticket.ticketId}`);
  const moves = (undone: Date | null) =>
    db.write.rows(sql`
      insert into address_changes (id, user_id, old_email, new_email, step, asked_at, expires_at,
        changed_at, undone_at)
      values (${newId()}, ${mover.id}, ${left}, ${mover.email}, 'object', now(), now(), now(),
        ${undone})`);
  const answers = () => found(left, `In-Reply-To: ${ours}`);
  await moves(now());
  expect(await answers()).toBeNull();
  await moves(null);
  expect(await answers()).toMatchObject({ number: ticket.number });
  expect(await found(mover.email, `In-Reply-To: ${ours}`)).not.toBeNull();
  await db.write.rows(sql`
    insert into users (id, email, name) values (${newId()}, ${left}, 'Another')`);
  expect(await answers()).toBeNull();
});

test("a number in the subject leads nowhere: anybody can write one", async () => {
  expect(await found(anna.email, `Subject: Re: The door (#${ticket.number})`)).toBeNull();
});

test("who neither asked nor works here gets into no ticket by quoting it", async () => {
  expect(await found(stranger.email, `In-Reply-To: ${ours}`)).toBeNull();
  expect(await found(anna.email, "Subject: A new thing")).toBeNull();
});

test("a colleague gets into it where colleagues read each other's requests, and nowhere else", async () => {
  const organizationId = await anOrganization({ sharesTickets: true });
  const colleague = await aPerson({ organizationId });
  await db.write.rows(sql`
    update tickets set organization_id = ${organizationId} where id = ${ticket.ticketId}`);
  const answers = () => found(colleague.email, `In-Reply-To: ${ours}`);
  const share = (shares: boolean) =>
    db.write.rows(sql`update workspace set colleagues_share = ${shares}`);
  expect(await answers()).not.toBeNull();
  // As on its page: what nobody may read there is not written to by mail, either.
  await share(false);
  expect(await answers()).toBeNull();
  await share(true);
  await db.write.rows(sql`
    update organizations set shares_tickets = false where id = ${organizationId}`);
  expect(await answers()).toBeNull();
  await db.write.rows(sql`
    update users set leads_organization = true where id = ${colleague.id}`);
  expect(await answers()).not.toBeNull();
});

test("the address of a mail that was sent before the secret changed still leads to its ticket, and after two changes no more", async () => {
  const [signs] = replySigners();
  const address = replyAddress("help@desk.example", { kind: "ticket", id: ticket.ticketId }, signs);
  const answered = async (...secrets: [current: string, previous: string]) => {
    vi.stubEnv("AUTH_SECRET", secrets[0]);
    vi.stubEnv("AUTH_SECRET_PREVIOUS", secrets[1]);
    forgetEnv();
    try {
      return await found(anna.email, `To: ${address}`);
    } finally {
      vi.unstubAllEnvs();
      forgetEnv();
    }
  };
  const first = authSecrets()[0];
  const [second, third] = ["second-".repeat(6), "third-".repeat(6)];
  expect(await answered(second, first)).toMatchObject({ number: ticket.number });
  expect(await answered(third, second)).toBeNull();
});

test("an answer to a merged ticket belongs to the one that has its messages now", async () => {
  const asks = (subject: string) => {
    const asked = { commandId: aCommandId(), subject, body: "It jams." };
    return createTicket.execute(anna, createTicket.schema.parse(asked));
  };
  const merges = (targetId: string, sourceId: string) =>
    mergeTickets.execute(mia, {
      ...{ commandId: aCommandId(), targetId, sourceIds: [sourceId], tell: false },
    });
  const [one, two, three] = [await asks("One"), await asks("Two"), await asks("Three")];
  await merges(two.ticketId, one.ticketId);
  await merges(three.ticketId, two.ticketId);
  const to = replyAddress(
    "help@desk.example",
    { kind: "ticket", id: one.ticketId },
    replySigners()[0],
  );
  expect(await found(anna.email, `To: ${to}`)).toEqual({
    number: three.number,
    takesReplies: true,
  });
});

test("a closed ticket is found, but takes no reply", async () => {
  await db.write.rows(sql`
    update tickets set status = 'closed', closed_at = now(), resolved_at = now()
    where id = ${ticket.ticketId}`);
  expect(await found(anna.email, `In-Reply-To: ${ours}`)).toMatchObject({ takesReplies: false });
});
