import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { replySigners } from "@/platform/mailer";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeliveryReport, aLetter, aMailbox, type Letter, lostTo } from "@/testing/letters";
import { keepMail } from "./commands/keep-mail";
import { takeIn } from "./commands/take-in";
import { replyAddress } from "./rules/reply-address";

const folder = mkdtempSync(join(tmpdir(), "mail-in-"));
let services: TestServices;
let mailboxId: string;
let anna: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  mailboxId = await aMailbox("help@desk.example");
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});

type Raw = Record<"id" | "state", string> &
  Record<"outcome" | "reason" | "ticket_id" | "message_row_id", string | null>;

/** Hands a letter over and takes it in; gives what became of it. */
async function comes(letter: Letter, arrival: { envelopeTo?: string[]; by?: string } = {}) {
  const content = aLetter(letter);
  const { envelopeTo = [], by = mailboxId } = arrival;
  await keepMail(content, { mailboxId: by, cameBy: "smtp", envelopeTo });
  const [stored] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails where mailbox_id = ${by} order by received_at desc, id desc limit 1`);
  await takeIn(stored?.id ?? "");
  return rawMail(stored?.id ?? "");
}

async function rawMail(id: string): Promise<Raw> {
  const [row] = await db.write.rows<Raw>(sql`select * from raw_mails where id = ${id}`);
  if (row === undefined) throw new Error("There is no such mail.");
  return row;
}

type TicketRow = {
  id: string;
  number: number;
  subject: string;
  status: string;
  channel: string;
  requester_id: string;
  participant_ids: string[];
  last_words: string;
  waiting_since: Date | null;
};
async function ticket(id: string | null): Promise<TicketRow> {
  const [row] = await db.write.rows<TicketRow>(sql`select * from tickets where id = ${id}`);
  if (row === undefined) throw new Error("There is no such ticket.");
  return row;
}
const messages = (ticketId: string | null) =>
  db.write.rows<{
    id: string;
    kind: string;
    body_html: string;
    body_text: string;
    author_id: string;
    channel: string;
  }>(sql`
    select * from ticket_messages where ticket_id = ${ticketId} order by created_at, id`);

async function asked(by: Actor, subject = "The door") {
  const given = { commandId: aCommandId(), subject, body: "It jams." };
  return createTicket.execute(by, createTicket.schema.parse(given));
}

/** A mail of ours that went to somebody about a ticket. */
async function wroteTo(to: string, ticketId: string): Promise<string> {
  const messageId = `<${newId()}@desk.example>`;
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
      ticket_id, created_at)
    values (${newId()}, 'reply', ${to}, 'Re: The door', '', '', ${messageId}, ${ticketId}, now())`);
  return messageId;
}

const openings = async (ticketId: string | null) =>
  (
    await db.write.rows<{ opening: string }>(sql`
      select payload->>'opening' as opening from outbox
      where name = 'ticket.created' and ticket_id = ${ticketId}`)
  ).map(({ opening }) => opening);

describe("a letter that begins something", () => {
  test("makes a ticket of the one who wrote, who need not be known", async () => {
    const from = `new-${newId()}@x.example`;
    const raw = await comes({
      from: `Eva Öz <${from}>`,
      subject: "Help",
      text: "It *jams*.\n\n-- \nEva",
    });
    expect(raw).toMatchObject({ state: "decided", outcome: "new" });
    const made = await ticket(raw.ticket_id);
    expect(made).toMatchObject({
      subject: "Help",
      status: "open",
      channel: "email",
      last_words: "It *jams*.",
    });
    const [requester] = await db.write.rows(sql`
      select email::text as email, name, role from users where id = ${made.requester_id}`);
    expect(requester).toEqual({ email: from, name: "Eva Öz", role: "customer" });
    const [message] = await messages(raw.ticket_id);
    expect(message).toMatchObject({ id: raw.message_row_id, kind: "reply", channel: "email" });
    expect(message?.body_html).toBe("<p>It *jams*.</p><p>--<br>Eva</p>");
    expect(await openings(raw.ticket_id)).toEqual(["asked"]);
  });

  test("puts customers in its copy into copy: known ones, a few new ones, and never ourselves", async () => {
    const strangers = Array.from({ length: 9 }, (_, at) => `s${at}-${newId()}@x.example`);
    const bob = await aPerson({});
    const raw = await comes({
      from: anna.email,
      to: `help@desk.example, ${bob.email}, ${mia.email}, no-reply@x.example`,
      cc: strangers.join(", "),
    });
    const { participant_ids } = await ticket(raw.ticket_id);
    expect(participant_ids).toContain(bob.id);
    expect(participant_ids).not.toContain(mia.id);
    expect(participant_ids).toHaveLength(1 + limits.newPeoplePerMailMax);
  });

  test("brings its files, shows its own pictures, and says which files were not kept", async () => {
    const gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    const raw = await comes({
      from: anna.email,
      html: '<p>See <img src="cid:p1@x"> <script>x</script></p>',
      files: [
        { name: "a.gif", type: "image/gif", base64: gif, contentId: "p1@x" },
        { name: "ß notes.txt", type: "text/plain", base64: "d29yZHM=" },
        {
          name: "run.exe",
          type: "application/octet-stream",
          base64: Buffer.from("MZ".padEnd(200, "\0")).toString("base64"),
        },
      ],
    });
    const [message] = await messages(raw.ticket_id);
    const files = await db.write.rows<{ id: string; name: string; storage_key: string }>(sql`
      select id, name, storage_key from attachments where message_id = ${message?.id} order by name`);
    expect(files.map(({ name }) => name)).toEqual(["a.gif", "ß notes.txt"]);
    expect(message?.body_html).toContain(`src="/files/inline/${files[0]?.id}"`);
    expect(message?.body_html).not.toContain("script");
    expect(message?.body_html).toContain("Not kept: run.exe");
  });
});

describe("the same letter twice makes one ticket", () => {
  const letter = (): Letter => ({ from: anna.email, subject: "Once", messageId: `<${newId()}@x>` });
  const ticketsOf = (by: Actor) =>
    db.write.rows(sql`select id from tickets where requester_id = ${by.id}`);

  test("handed over twice", async () => {
    const twice = letter();
    await comes(twice);
    await comes(twice);
    expect(await ticketsOf(anna)).toHaveLength(1);
  });

  test("by another way, or to another mailbox of ours", async () => {
    const one = letter();
    const other = await aMailbox(`m-${newId()}@desk.example`);
    await comes(one);
    const again = await comes({ ...one, received: "from b.example by c.example" });
    expect(again).toMatchObject({ outcome: "duplicate" });
    expect(await comes(one, { by: other })).toMatchObject({ outcome: "duplicate" });
    expect(await ticketsOf(anna)).toHaveLength(1);
  });

  test("its job run by two workers at once, and again after it was done", async () => {
    const content = aLetter(letter());
    await keepMail(content, { mailboxId, cameBy: "imap" });
    const [stored] = await db.write.rows<{ id: string }>(sql`
      select id from raw_mails where state = 'stored' order by received_at desc limit 1`);
    const rawMailId = stored?.id ?? "";
    await Promise.all([takeIn(rawMailId), takeIn(rawMailId), takeIn(rawMailId)]);
    await takeIn(rawMailId);
    expect(await ticketsOf(anna)).toHaveLength(1);
  });

  test("but another letter under its Message-ID is another letter", async () => {
    const one = letter();
    await comes(one);
    expect(await comes({ ...one, text: "Something else." })).toMatchObject({ outcome: "new" });
    expect(await ticketsOf(anna)).toHaveLength(2);
  });
});

describe("a letter that answers", () => {
  test("is a public reply in the ticket of the mail that it answers", async () => {
    const { ticketId } = await asked(anna);
    const ours = await wroteTo(anna.email, ticketId);
    const text =
      "Yes, please.\n\nOn Tue, 24 Nov 2026 at 10:00, Desk <help@desk.example> wrote:\n> Shall we?";
    const raw = await comes({ from: anna.email, inReplyTo: ours, text });
    expect(raw).toMatchObject({ outcome: "reply", ticket_id: ticketId });
    const said = (await messages(ticketId)).at(-1);
    expect(said).toMatchObject({ kind: "reply", author_id: anna.id });
    expect(said?.body_html).toContain("<blockquote><p>Shall we?</p></blockquote>");
    expect((await ticket(ticketId)).last_words).toBe("Yes, please.");
  });

  test("finds its ticket by a letter of the customer's own, too", async () => {
    const first = await comes({ from: anna.email, messageId: "<first-of-anna@x>" });
    const second = await comes({ from: anna.email, references: "<first-of-anna@x>", text: "And:" });
    expect(second).toMatchObject({ outcome: "reply", ticket_id: first.ticket_id });
  });

  test("finds it by the address alone, which only we can sign", async () => {
    const { ticketId } = await asked(anna);
    const [sign] = replySigners();
    const to = replyAddress("help@desk.example", { kind: "ticket", id: ticketId }, sign);
    expect(await comes({ from: anna.email, to })).toMatchObject({
      outcome: "reply",
      ticket_id: ticketId,
    });
    const forged = to.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    expect(await comes({ from: anna.email, to: forged })).toMatchObject({ outcome: "new" });
  });

  test("joins nothing by a number in its subject", async () => {
    const { number } = await asked(anna);
    const raw = await comes({ from: anna.email, subject: `Re: The door (#${number})` });
    expect(raw).toMatchObject({ outcome: "new" });
  });

  test("of one who is not in it makes a ticket of its own, tied to that one", async () => {
    const { ticketId } = await asked(anna);
    const ours = await wroteTo(anna.email, ticketId);
    const stranger = await aPerson({});
    const raw = await comes({ from: stranger.email, inReplyTo: ours });
    expect(raw).toMatchObject({ outcome: "new" });
    const links = await db.write.rows(sql`
      select to_id, kind from ticket_links where from_id = ${raw.ticket_id}`);
    expect(links).toEqual([{ to_id: ticketId, kind: "related" }]);
    expect(await messages(ticketId)).toHaveLength(1);
  });

  test("reopens what is resolved, and follows what is closed", async () => {
    const { ticketId } = await asked(anna);
    const ours = await wroteTo(anna.email, ticketId);
    const set = (status: string) =>
      reply.execute(
        mia,
        reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Done.", setStatus: status }),
      );
    await set("resolved");
    await comes({ from: anna.email, inReplyTo: ours });
    expect((await ticket(ticketId)).status).toBe("open");
    await db.write.rows(sql`
      update tickets set status = 'closed', resolved_at = now(), closed_at = now() where id = ${ticketId}`);
    const raw = await comes({ from: anna.email, inReplyTo: ours, text: "Again." });
    expect(raw).toMatchObject({ outcome: "follow-up" });
    expect(raw.ticket_id).not.toBe(ticketId);
    const links = await db.write.rows(sql`
      select to_id, kind from ticket_links where from_id = ${raw.ticket_id}`);
    expect(links).toEqual([{ to_id: ticketId, kind: "follow_up" }]);
  });

  test("of a colleague is a reply to the customer only if we wrote to that colleague", async () => {
    const { ticketId } = await asked(anna);
    const hers = await wroteTo(mia.email, ticketId);
    expect(await comes({ from: mia.email, inReplyTo: hers })).toMatchObject({ outcome: "reply" });
    expect((await messages(ticketId)).at(-1)).toMatchObject({ author_id: mia.id, kind: "reply" });
    const annas = await wroteTo(anna.email, ticketId);
    const forged = await comes({ from: mia.email, inReplyTo: annas, text: "Pay here." });
    expect(forged).toMatchObject({ state: "suspended", outcome: null });
    expect(await messages(ticketId)).toHaveLength(2);
  });
});

describe("what machines write", () => {
  test("is no word of a customer when it answers by itself", async () => {
    const { ticketId } = await asked(anna);
    const ours = await wroteTo(anna.email, ticketId);
    await db.write.rows(
      sql`update tickets set status = 'resolved', resolved_at = now() where id = ${ticketId}`,
    );
    const raw = await comes({
      from: anna.email,
      inReplyTo: ours,
      head: ["Auto-Submitted: auto-replied"],
    });
    expect(raw).toMatchObject({ outcome: "ignore" });
    expect((await ticket(ticketId)).status).toBe("resolved");
    expect(await messages(ticketId)).toHaveLength(1);
  });

  test("makes a ticket that is not acknowledged, and reopens none", async () => {
    const raw = await comes({ from: anna.email, head: ["Auto-Submitted: auto-generated"] });
    expect(raw).toMatchObject({ outcome: "new" });
    expect(await openings(raw.ticket_id)).toEqual(["machine"]);
    const { ticketId } = await asked(anna);
    const ours = await wroteTo(anna.email, ticketId);
    await db.write.rows(
      sql`update tickets set status = 'resolved', resolved_at = now() where id = ${ticketId}`,
    );
    const notice = await comes({
      from: anna.email,
      inReplyTo: ours,
      head: ["Precedence: bulk"],
      text: "News.",
    });
    expect(notice).toMatchObject({ outcome: "reply", ticket_id: ticketId });
    expect(await ticket(ticketId)).toMatchObject({ status: "resolved", last_words: "News." });
  });

  test("is a bounce on the mail that came back, with the reason", async () => {
    const { ticketId } = await asked(anna);
    const ours = await wroteTo(anna.email, ticketId);
    // Its last line is folded.
    const raw = await comes(
      aDeliveryReport(ours, [lostTo("a@x.example", "550 5.1.1 no such\r\n user here")]),
    );
    expect(raw).toMatchObject({ outcome: "bounce", ticket_id: ticketId });
    const bounces = await db.write.rows(sql`
      select reason, status_code from mail_bounces
      join outgoing_mails on outgoing_mails.id = outgoing_mail_id where message_id = ${ours}`);
    expect(bounces).toEqual([
      { reason: "The address does not exist. 550 5.1.1 no such user here", status_code: "5.1.1" },
    ]);
    const entries = await db.write.rows(sql`
      select detail from activity_logs where ticket_id = ${ticketId} and kind = 'bounced'`);
    expect(entries).toHaveLength(1);
  });

  test("stops when one sender writes more than people do", async () => {
    const from = `loop-${newId()}@x.example`;
    const outcomes: (string | null)[] = [];
    for (let at = 0; at <= limits.acknowledgedPerSenderMax; at += 1) {
      const raw = await comes({ from, subject: `Case ${at}` });
      outcomes.push((await openings(raw.ticket_id))[0] ?? null);
    }
    expect(outcomes).toEqual([...Array(limits.acknowledgedPerSenderMax).fill("asked"), "machine"]);
    await db.write.rows(sql`
      insert into raw_mails (id, mailbox_id, came_by, received_at, sha256, bytes, sender, state, outcome)
      select gen_random_uuid(), ${mailboxId}, 'smtp', now(), gen_random_uuid()::text, 1, ${from}, 'decided', 'ignore'
      from generate_series(1, ${limits.mailsPerSenderMax})`);
    expect(await comes({ from, subject: "One more" })).toMatchObject({ state: "suspended" });
  });
});

describe("whoever is not wanted", () => {
  test.each(["the address", "the domain"])(
    "%s is blocked: the letter waits for an admin",
    async (what) => {
      const domain = `${newId()}.example`;
      const pattern = what === "the address" ? `bad@${domain}` : `@${domain}`;
      await db.write.rows(sql`
      insert into blocked_senders (id, pattern, created_by, created_at)
      values (${newId()}, ${pattern}, ${mia.id}, now())`);
      expect(await comes({ from: `BAD@${domain}` })).toMatchObject({
        state: "suspended",
        reason: `${pattern} is blocked.`,
      });
    },
  );

  test("is suspended here: the letter waits, too", async () => {
    await db.write.rows(sql`update users set suspended_at = now() where id = ${anna.id}`);
    expect(await comes({ from: anna.email })).toMatchObject({ state: "suspended" });
  });

  test("is ourselves: what we sent to ourselves goes nowhere", async () => {
    expect(await comes({ from: "Help <help@desk.example>" })).toMatchObject({ outcome: "ignore" });
  });
});
