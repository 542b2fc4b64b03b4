import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, mergeTickets, reply } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { fileOfToken, replySigners } from "@/platform/mailer";
import { sendMailProcessor } from "@/platform/mailer/processor";
import { lastPosition } from "@/platform/outbox";
import { fileStorage } from "@/platform/storage/configured";
import { aCommandId, aPerson } from "@/testing/builders";
import { allEventsAfter } from "@/testing/expect-converges";
import { aMailHouse, type MailHouse } from "@/testing/mail-house";
import { replyTarget } from "../rules/reply-address";
import { writeMails } from "./write-mails";

let house: MailHouse;
let anna: Actor;
let carl: Actor;
let mia: Actor;
beforeAll(async () => {
  house = await aMailHouse();
  anna = await aPerson({ name: "Anna Kowalska" });
  carl = await aPerson({ name: "Carl" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  await db.write.rows(sql`
    insert into mailboxes (id, name, address, from_name, is_default, created_at, updated_at)
    values (${newId()}, 'Help', 'help@desk.example', 'Fjord & Fern', true, now(), now()),
      (${newId()}, 'Schools', 'schools@desk.example', '', false, now(), now())`);
});
afterEach(() => {
  house.server.received.length = 0;
});
afterAll(() => house.close());

const asks = (more: object = {}, by = anna) => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams.", ...more };
  return createTicket.execute(by, createTicket.schema.parse(asked));
};
const copies = (ticketId: string, ...people: Actor[]) => {
  const changes = { participantIds: people.map(({ id }) => id) };
  const change = { commandId: aCommandId(), ticketId, changes };
  return updateTicket.execute(mia, updateTicket.schema.parse(change));
};
const says = (actor: Actor, ticketId: string, more = {}) =>
  reply.execute(
    actor,
    reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Hello.", ...more }),
  );

/** Does something and everything that follows from it; gives the mails that arrived. */
async function mailed(act: () => Promise<unknown>) {
  await allEventsAfter((await lastPosition()).last);
  const { last } = await lastPosition();
  house.server.received.length = 0;
  const before = await db.write.rows<{ id: string }>(sql`select id from outgoing_mails`);
  await act();
  const events = await allEventsAfter(last);
  // Everything is told twice, as a queue may.
  for (const event of [...events, ...events])
    await writeMails.execute(systemActor, { commandId: newId(), event });
  const known = before.map(({ id }) => id);
  const mails = await db.write.rows<{ id: string }>(sql`
    select id from outgoing_mails where not id = any(${known}::uuid[]) order by id`);
  for (const { id } of mails)
    await sendMailProcessor.run(
      { mailId: id },
      { requestId: null, attempt: 1, signal: new AbortController().signal },
    );
  return [...house.server.received];
}

test("an acknowledgement is for who asked, says that a machine wrote it, and takes answers", async () => {
  let ticketId = "";
  const [one, ...others] = await mailed(async () => {
    ticketId = (await asks()).ticketId;
  });
  expect(others).toEqual([]);
  expect(one?.recipients).toEqual([anna.email]);
  expect(one?.mail.headers.get("auto-submitted")).toBe("auto-replied");
  expect(one?.mail.from?.text).toBe('"Fjord & Fern" <help@desk.example>');
  const address = one?.mail.replyTo?.value[0]?.address ?? "";
  expect(replyTarget(address, replySigners())).toEqual({ kind: "ticket", id: ticketId });
  expect(one?.mail.text).toContain("Hello Anna,");
});

test("a reply goes to who asked with the others in copy, in one thread, quoting what it answers", async () => {
  const { ticketId, number } = await asks();
  await copies(ticketId, carl);
  const [ack] = await mailed(() => says(carl, ticketId, { body: "Me too." }));
  expect(ack?.recipients).toEqual([anna.email]);
  const [one] = await mailed(() => says(mia, ticketId, { body: "It is **open**." }));
  expect(one?.recipients.sort()).toEqual([anna.email, carl.email].sort());
  const { mail } = one ?? {};
  expect(mail?.subject).toBe(`Re: The door (#${number})`);
  expect(mail?.headers.has("auto-submitted")).toBe(false);
  expect(mail?.inReplyTo).toBe(ack?.mail.messageId);
  expect([mail?.references].flat()).toEqual([ack?.mail.messageId]);
  expect(mail?.html).toContain("<strong>open</strong>");
  expect(mail?.text).toMatch(/^It is open\.\n\nMia, Fjord & Fern|^It is open\.\n\nMia, /);
  expect(mail?.text).toMatch(/On .+, Carl wrote:\n> Me too\.\n$/);
  const [next] = await mailed(() => says(mia, ticketId, { body: "And shut." }));
  expect([next?.mail.references].flat()).toEqual([ack?.mail.messageId, mail?.messageId]);
  expect(next?.mail.inReplyTo).toBe(mail?.messageId);
});

test("nobody is mailed their own words, and a note is mailed to nobody", async () => {
  const { ticketId } = await asks();
  await copies(ticketId, carl);
  const to = async (act: () => Promise<unknown>) =>
    (await mailed(act)).flatMap(({ recipients }) => recipients);
  expect(await to(() => says(anna, ticketId))).toEqual([carl.email]);
  expect(await to(() => says(mia, ticketId, { kind: "note" }))).toEqual([]);
});

test("who asked is told of a merge once, and only where the agent wants it", async () => {
  const merge = async (tell: boolean) => {
    const [target, source] = [await asks(), await asks({ subject: "The hinge" })];
    const wanted = { targetId: target.ticketId, sourceIds: [source.ticketId], tell };
    const mails = await mailed(() =>
      mergeTickets.execute(mia, { commandId: aCommandId(), ...wanted }),
    );
    return mails.map(({ mail }) => mail.subject);
  };
  expect(await merge(true)).toEqual([expect.stringContaining("The hinge")]);
  expect(await merge(false)).toEqual([]);
});

test("each reads their own language, and quotes in it", async () => {
  const luz = await aPerson({ name: "Luz" });
  await db.write.rows(sql`update users set language = 'es' where id = ${luz.id}`);
  const { ticketId } = await asks({}, luz);
  const [one] = await mailed(() => says(mia, ticketId));
  expect(one?.mail.text).toContain("Ver la solicitud completa:");
  expect(one?.mail.text).toMatch(/El .+, Luz escribió:\n> It jams\./);
});

test("what an agent chose holds: another mailbox for the ticket, a blind copy for one answer", async () => {
  const { ticketId } = await asks();
  await db.write.rows(sql`
    insert into ticket_mailboxes select ${ticketId}, id from mailboxes where name = 'Schools'`);
  await db.write.rows(sql`
    insert into blind_copies values (${ticketId}, ${mia.id}, array['boss@x.example'])`);
  const [one] = await mailed(() => says(mia, ticketId));
  expect(one?.mail.from?.value[0]).toMatchObject({ address: "schools@desk.example" });
  expect(one?.recipients.sort()).toEqual(["boss@x.example", anna.email].sort());
  expect(one?.raw.toString()).not.toContain("boss@x.example");
  const [next] = await mailed(() => says(mia, ticketId));
  expect(next?.recipients).toEqual([anna.email]);
});

async function aFile(bytes: number, owner: Actor): Promise<string> {
  const id = newId();
  await fileStorage().local?.write(`kept/${id}`, 5, Readable.from([Buffer.from("words")]));
  await db.write.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values (${id}, ${owner.id}, ${`${bytes}.png`}, 'image/png', 'image/png', ${bytes}, 'checked',
      ${`kept/${id}`}, now(), now())`);
  return id;
}

test("small files are in the mail, pictures where they stand; large ones come as links that end", async () => {
  const { ticketId } = await asks();
  const [shown, small] = [await aFile(5, mia), await aFile(6, mia)];
  const large = await aFile(limits.mailFilesBytesMax, mia);
  const body = `Look:\n\n![picture](/files/inline/${shown})`;
  const [one] = await mailed(() =>
    says(mia, ticketId, { body, attachmentIds: [shown, small, large] }),
  );
  const files = one?.mail.attachments.map(({ filename, cid }) => [filename, cid !== undefined]);
  expect(files).toEqual([
    ["5.png", true],
    ["6.png", false],
  ]);
  expect(one?.mail.attachments[0]?.content.toString()).toBe("words");
  expect(one?.raw.toString().replaceAll("=\r\n", "")).toContain(`cid:${shown}@`);
  const token = /\/files\/mail\/([\w.-]+)/.exec(one?.mail.text ?? "")?.[1] ?? "";
  expect(fileOfToken(token, now())).toBe(large);
  expect(fileOfToken(token, new Date(now().getTime() + limits.mailFileLinkMs + 1_000))).toBeNull();
  expect(fileOfToken(token.replace(large, small), now())).toBeNull();
});

test("no mail goes to a mailbox of ours: it would come back for ever", async () => {
  const robot = await aPerson({ name: "Robot" });
  await db.write.rows(sql`update users set email = 'schools@desk.example' where id = ${robot.id}`);
  expect(await mailed(() => asks({}, robot))).toEqual([]);
});
