import { Readable } from "node:stream";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, openSide, redactMessage, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { systemActor } from "@/platform/auth/actor";
import { now, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { replySigners } from "@/platform/mailer";
import { sendMailProcessor } from "@/platform/mailer/processor";
import { lastPosition } from "@/platform/outbox";
import { queues } from "@/platform/queues";
import { fileStorage } from "@/platform/storage/configured";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { allEventsAfter } from "@/testing/expect-converges";
import { aDeliveryReport, aLetter, lostTo } from "@/testing/letters";
import { aMailHouse, type MailHouse } from "@/testing/mail-house";
import { keepMail } from "./commands/keep-mail";
import { takeIn } from "./commands/take-in";
import { writeMails } from "./commands/write-mails";
import { replyTarget } from "./rules/reply-address";

const carrier = "carrier@parcels.example";
const mailboxId = newId();
const codes: number[] = [];
let house: MailHouse;
let anna: Actor;
let mia: Actor;
let ada: Actor;
beforeAll(async () => {
  house = await aMailHouse(codes);
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  ada = await aPerson({ role: "admin", name: "Ada" });
  await db.write.rows(sql`
    insert into mailboxes (id, name, address, from_name, is_default, created_at, updated_at)
    values (${mailboxId}, 'Help', 'help@desk.example', 'Desk', true, now(), now())`);
});
afterEach(() => {
  setClock(null);
  house.server.received.length = 0;
});
afterAll(() => house.close());

async function asks() {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
}
const says = (ticketId: string, body = "It is open.") =>
  reply.execute(mia, reply.schema.parse({ commandId: aCommandId(), ticketId, body }));

/** Does something and writes the mails that follow; gives their ids. */
async function writes(act: () => Promise<unknown>): Promise<string[]> {
  const { last } = await lastPosition();
  await allEventsAfter(last);
  const since = (await lastPosition()).last;
  const before = await db.write.rows<{ id: string }>(sql`select id from outgoing_mails`);
  await act();
  for (const event of await allEventsAfter(since))
    await writeMails.execute(systemActor, { commandId: newId(), event });
  const known = before.map(({ id }) => id);
  const mails = await db.write.rows<{ id: string }>(sql`
    select id from outgoing_mails where not id = any(${known}::uuid[]) order by id`);
  return mails.map(({ id }) => id);
}
const send = (mailId: string, attempt = 1) =>
  sendMailProcessor.run(
    { mailId },
    { requestId: null, attempt, signal: new AbortController().signal },
  );
async function mailed(act: () => Promise<unknown>) {
  house.server.received.length = 0;
  for (const id of await writes(act)) await send(id);
  return [...house.server.received];
}
const stateOf = async (messageId: string) => {
  const answer: unknown = await callAs("mails.states", mia, { messageIds: [messageId] });
  return answer;
};

/** Lets a letter come in, and gives what became of it. */
async function comes(letter: Parameters<typeof aLetter>[0], envelopeTo: string[]) {
  await keepMail(aLetter(letter), { mailboxId, cameBy: "smtp", envelopeTo });
  const [stored] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails order by received_at desc, id desc limit 1`);
  await takeIn(stored?.id ?? "");
}
async function aFile(owner: Actor, name: string): Promise<string> {
  const id = newId();
  await fileStorage().local?.write(`kept/${id}`, 5, Readable.from([Buffer.from("words")]));
  await db.write.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values (${id}, ${owner.id}, ${`${name}.txt`}, 'text/plain', 'text/plain', 5, 'checked',
      ${`kept/${id}`}, now(), now())`);
  return id;
}
const opens = (ticketId: string) =>
  openSide.execute(
    mia,
    openSide.schema.parse({
      commandId: aCommandId(),
      ...{ ticketId, address: carrier, subject: "Parcel 4711", body: "Where is it?" },
    }),
  );
const sideSays = (sideId: string) => callAs("sides.get", mia, { sideId });

test("a third party is asked apart from the ticket, and their answer comes back beside it", async () => {
  const { ticketId } = await asks();
  let sideId = "";
  const [question, ...others] = await mailed(async () => {
    sideId = (await opens(ticketId)).sideId;
  });
  expect(others).toEqual([]);
  expect(question?.recipients).toEqual([carrier]);
  expect(question?.raw.toString()).not.toMatch(/portal\/requests|The door|Anna/);
  const address = question?.mail.replyTo?.value[0]?.address ?? "";
  expect(replyTarget(address, replySigners())).toEqual({ kind: "side", id: sideId });
  const counted = async () => {
    const [row] = await db.write.rows<{ people: number; messages: number }>(sql`
      select (select count(*)::int from users) as people,
        (select count(*)::int from ticket_messages where ticket_id = ${ticketId}) as messages`);
    return row;
  };
  const before = await counted();
  const answer = { to: address, subject: "Re: Parcel 4711", text: "In Leipzig." };
  // By its address from anybody there, by the thread alone from whom we asked.
  await comes({ from: "Depot <depot@parcels.example>", ...answer, messageId: "<a1@x>" }, [address]);
  const inReplyTo = question?.mail.messageId ?? "";
  const late = { from: carrier, ...answer, to: "help@desk.example", text: "Today.", inReplyTo };
  await comes({ ...late, messageId: "<a2@x>" }, ["help@desk.example"]);
  const heard = JSON.stringify(await sideSays(sideId));
  expect(heard).toContain("In Leipzig.");
  expect(heard).toContain("depot@parcels.example");
  expect(heard).toContain("Today.");
  expect(await counted()).toEqual(before);
  const [next] = await mailed(() =>
    callAs("sides.answer", mia, { commandId: aCommandId(), sideId, body: "Thank you." }),
  );
  expect([next?.mail.references].flat()).toEqual([inReplyTo, "<a1@x>", "<a2@x>"]);
  // The customer's thread knows nothing of it.
  const [toAnna] = await mailed(() => says(ticketId));
  expect(toAnna?.raw.toString()).not.toMatch(/a1@x|a2@x|Parcel|Leipzig/);
});

test("files go aside and come back, in their language, with the mail's state; its customer sees none of it", async () => {
  const { ticketId, number } = await asks();
  const [asked, picture] = [
    await aFile(mia, "label"),
    "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
  ];
  let sideId = "";
  const [question] = await mailed(async () => {
    const about = { ticketId, address: carrier, subject: "Parcel 4712", body: "Wo ist es?" };
    const answer = await openSide.execute(
      mia,
      openSide.schema.parse({
        ...{ commandId: aCommandId(), ...about, attachmentIds: [asked], language: "de" },
      }),
    );
    sideId = answer.sideId;
  });
  expect(question?.mail.attachments.map(({ filename }) => filename)).toEqual(["label.txt"]);
  expect(question?.mail.text).toContain("Antworten Sie auf diese Mail");
  const address = question?.mail.replyTo?.value[0]?.address ?? "";
  await comes(
    {
      ...{ from: carrier, to: address, text: "Hier, Nachweis siebzehn.", messageId: "<b1@x>" },
      files: [{ name: "proof.gif", type: "image/gif", base64: picture }],
    },
    [address],
  );
  const heard = JSON.stringify(await sideSays(sideId));
  expect(heard).toContain("label.txt");
  expect(heard).toContain("proof.gif");
  const [ours] = await db.write.rows<{ id: string }>(sql`
    select id from side_messages where side_id = ${sideId} and author_id = ${mia.id}`);
  expect(await stateOf(ours?.id ?? "")).toMatchObject({
    mails: [{ purpose: "side", state: "sent", to: [carrier] }],
  });
  await comes(aDeliveryReport(question?.mail.messageId ?? "", [lostTo("a@x.example")]), [
    "help@desk.example",
  ]);
  expect(await stateOf(ours?.id ?? "")).toMatchObject({
    mails: [{ state: "bounced", reason: expect.stringContaining("no such user") }],
  });
  const seen = [
    await callAs("requests.get", anna, { number }),
    await callAs("requests.list", anna, {}),
    await callAs("privacy.latestExport", anna, undefined),
  ];
  expect(JSON.stringify(seen)).not.toMatch(/4712|siebzehn|proof|label\.txt|parcels/);
  const files = await db.write.rows<{ id: string }>(sql`
    select id from attachments where ticket_id = ${ticketId}`);
  expect(files).toHaveLength(2);
  for (const { id: attachmentId } of files)
    await expect(callAs("files.download", anna, { attachmentId })).rejects.toThrow();
  // Who was written to once is written to in the same language.
  const again = await mailed(() => opens(ticketId));
  expect(again[0]?.mail.text).toContain("Antworten Sie auf diese Mail");
});

test("whoever answers a side conversation without its address or its thread gets a ticket of their own", async () => {
  const { ticketId } = await asks();
  let sideId = "";
  const [question] = await mailed(async () => {
    sideId = (await opens(ticketId)).sideId;
  });
  const inReplyTo = question?.mail.messageId ?? "";
  const guessed = { from: "eve@elsewhere.example", inReplyTo, text: "I am the carrier." };
  await comes({ ...guessed, to: "help@desk.example" }, ["help@desk.example"]);
  expect(JSON.stringify(await sideSays(sideId))).not.toContain("I am the carrier.");
});

test("what is removed for good is gone from side conversations and sent copies, too", async () => {
  const { ticketId } = await asks();
  let sideId = "";
  await mailed(async () => {
    sideId = (await opens(ticketId)).sideId;
  });
  const { messageId } = await says(ticketId, "About parcel 4711.");
  await writes(async () => undefined);
  await redactMessage.execute(mia, {
    ...{ commandId: aCommandId(), ticketId, messageId },
    what: { words: "parcel 4711" },
  });
  expect(JSON.stringify(await sideSays(sideId))).not.toContain("4711");
  const kept = await db.write.rows(sql`
    select subject, body_text, body_html from outgoing_mails where ticket_id = ${ticketId}`);
  expect(JSON.stringify(kept)).not.toContain("4711");
  expect(JSON.stringify(await callAs("sides.list", mia, { ticketId }))).not.toContain("4711");
});

test("a message is passed on under its headers, the history says to whom, and a note stays here", async () => {
  const { ticketId } = await asks();
  const { messageId } = await says(ticketId);
  await writes(async () => undefined);
  const forward = (id: string) =>
    callAs("mails.forward", mia, {
      ...{ commandId: aCommandId(), ticketId, messageId: id },
      ...{ to: [carrier, "boss@x.example"], words: "Please **look**." },
    });
  const [one] = await mailed(() => forward(messageId));
  expect(one?.recipients.sort()).toEqual(["boss@x.example", carrier].sort());
  expect(one?.mail.subject).toBe("Fwd: The door");
  expect(one?.mail.text).toMatch(
    /^Please look\.\n\n-+ Forwarded message -+\nFrom: Mia\nDate: .+ UTC\nSubject: The door\n\nIt is open\./,
  );
  const [entry] = await db.write.rows<{ detail: unknown }>(sql`
    select detail from activity_logs where ticket_id = ${ticketId} and kind = 'forwarded'`);
  expect(entry?.detail).toEqual({ to: `${carrier}, boss@x.example` });
  const mails = [{ purpose: "forward", state: "sent", to: [carrier, "boss@x.example"] }];
  expect(await stateOf(messageId)).toMatchObject({ mails });
  const note = { commandId: aCommandId(), ticketId, kind: "note", body: "Secret." };
  const noted = await reply.execute(mia, reply.schema.parse(note));
  await expect(forward(noted.messageId)).rejects.toThrow("message_not_found");
});

test("a server that says later for an hour and then never: tried again, then told, and sent again by hand", async () => {
  const { ticketId } = await asks();
  await writes(async () => undefined);
  let messageId = "";
  const [mailId = ""] = await writes(async () => {
    messageId = (await says(ticketId)).messageId;
  });
  const begins = now().getTime();
  let attempt = 1;
  for (let waited = 0; waited < 3_600_000; attempt += 1) {
    codes.push(451);
    await expect(send(mailId, attempt)).rejects.toThrow("not now");
    const { backoffMsMin, backoffMsMax } = queues["mail-out"];
    waited += Math.min(backoffMsMin * 2 ** attempt, backoffMsMax);
    setClock(new Date(begins + waited));
  }
  expect(attempt).toBeLessThan(queues["mail-out"].attemptsMax);
  expect(await stateOf(messageId)).toMatchObject({
    mails: [
      { state: "waiting", attempts: attempt - 1, reason: expect.stringContaining("not now") },
    ],
  });
  codes.push(550);
  const { last } = await lastPosition();
  expect(await send(mailId, attempt)).toMatchObject({ outcome: "cancelled" });
  const told = await allEventsAfter(last);
  expect(told.find(({ name }) => name === "mail.undelivered")?.payload).toMatchObject({
    ...{ mailId, ticketId, recipient: anna.email, senderId: mia.id },
  });
  expect(await stateOf(messageId)).toMatchObject({ mails: [{ state: "failed" }] });
  await callAs("mails.sendAgain", mia, { commandId: aCommandId(), ticketId, mailId });
  expect(await send(mailId)).toEqual({ outcome: "done" });
  expect(await stateOf(messageId)).toMatchObject({
    mails: [{ state: "sent", answer: expect.stringContaining("250") }],
  });
  expect(new Set(house.server.received.map(({ mail }) => mail.messageId)).size).toBe(1);
});

test("a worker that is killed between the server's word and our note sends the same Message-ID", async () => {
  const { ticketId } = await asks();
  await writes(async () => undefined);
  const [mailId = ""] = await writes(() => says(ticketId));
  await send(mailId);
  // What the note had changed is as it was before.
  await db.write.rows(sql`
    update outgoing_mails set state = 'waiting', sent_at = null where id = ${mailId}`);
  await send(mailId);
  const [one, two] = house.server.received.map(({ mail }) => mail.messageId);
  expect(one).toBe(two);
  expect(house.server.received).toHaveLength(2);
});

test("mails of a domain with a key are signed, as its published record verifies; without it they are not", async () => {
  const ask = (name: string, more: object = {}) =>
    callAs(name, ada, { commandId: aCommandId(), mailboxId, ...more });
  await ask("signing.make", { selector: "desk" });
  const { ticketId } = await asks();
  const [unsigned] = await mailed(() => says(ticketId));
  expect(unsigned?.raw.toString()).not.toContain("DKIM-Signature");
  await ask("signing.switch", { enabled: true });
  const shown: unknown = await callAs("signing.get", ada, { mailboxId });
  expect(shown).toMatchObject({ key: { record: { name: "desk._domainkey.desk.example" } } });
  const [stored] = await db.write.rows<{ public_key: string; private_key: string }>(sql`
    select public_key, private_key from signing_keys where domain = 'desk.example'`);
  expect(stored?.private_key).not.toContain("PRIVATE KEY");
  const value = `v=DKIM1; k=rsa; p=${stored?.public_key}`;
  expect(JSON.stringify(shown)).toContain(value);
  const [signed] = await mailed(() => says(ticketId));
  const resolver = async (name: string) =>
    name === "desk._domainkey.desk.example" ? [[value]] : [];
  const verified = async (raw: Buffer) => {
    const { results } = await dkimVerify(raw, { resolver });
    return results.map(({ status, signingDomain }) => [status.result, signingDomain]);
  };
  const raw = signed?.raw ?? Buffer.alloc(0);
  expect(await verified(raw)).toEqual([["pass", "desk.example"]]);
  const forged = Buffer.from(raw.toString().replaceAll("open", "shut"));
  expect(await verified(forged)).not.toEqual([["pass", "desk.example"]]);
});

test("a letter's words are changed, seen in a preview, kept by version, and taken back", async () => {
  const call = (name: string, more: object) =>
    callAs(name, ada, { kind: "reply", language: "en", ...more });
  const words = {
    subject: "{{ticket.subject}}",
    body: "Dear all\n\n{{message}}",
    button: "",
    foot: "",
  };
  const wrong = { ...words, body: "{{ticket.secret}}" };
  expect(await call("templates.preview", { words: wrong })).toMatchObject({
    problems: [
      expect.stringContaining("{{message}}"),
      expect.stringContaining("{{ticket.secret}}"),
    ],
  });
  const save = (base: number, next: object | null) =>
    call("templates.save", { commandId: aCommandId(), base, words: next });
  await expect(save(0, wrong)).rejects.toThrow("invalid_input");
  await save(0, words);
  await expect(save(0, words)).rejects.toThrow("settings_changed");
  const { ticketId } = await asks();
  const [changed] = await mailed(() => says(ticketId));
  expect(changed?.mail.text).toMatch(/^Dear all\n\nIt is open\./);
  expect(changed?.mail.subject).toBe("The door");
  await save(1, null);
  const [own] = await mailed(() => says(ticketId));
  expect(own?.mail.text).not.toContain("Dear all");
  expect(await call("templates.versions", {})).toMatchObject({
    versions: [
      { version: 2, words: null, by: "Ada" },
      { version: 1, words },
    ],
  });
});
