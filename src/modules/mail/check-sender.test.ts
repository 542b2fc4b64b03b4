import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTicket, openSide } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { replySigners } from "@/platform/mailer";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aLetter, aMailbox, type Letter } from "@/testing/letters";
import { aNameServer } from "@/testing/name-server";
import { readAgain } from "./commands/judge-mail";
import { type Arrival, keepMail } from "./commands/keep-mail";
import { takeIn } from "./commands/take-in";
import { messageMails } from "./queries/message-mails";
import { replyAddress } from "./rules/reply-address";

const folder = mkdtempSync(join(tmpdir(), "mail-sender-"));
const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 1024,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const theirs = { address: "198.51.100.7", helo: "mx.anna.example" };
const forgers = { address: "203.0.113.9", helo: "evil.example" };

let services: TestServices;
let names: Awaited<ReturnType<typeof aNameServer>>;
let mailboxId: string;
let mia: Actor;
let anna: Actor;
let ticketId: string;
let told: string;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  names = await aNameServer((name, value) => vi.stubEnv(name, value));
  mailboxId = await aMailbox("help@desk.example");
  mia = await aPerson({ role: "agent" });
});
afterAll(async () => {
  names.close();
  vi.unstubAllEnvs();
  forgetEnv();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  names.records.clear();
  names.records.set("anna.example", ["v=spf1 ip4:198.51.100.7 -all"]);
  names.records.set("_dmarc.anna.example", ["v=DMARC1; p=none"]);
  names.records.set("k._domainkey.anna.example", [
    `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`,
  ]);
  anna = await aPerson({});
  const email = `${newId()}@anna.example`;
  await db.write.rows(sql`update users set email = ${email} where id = ${anna.id}`);
  anna = { ...anna, email };
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  ({ ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked)));
  told = `<${newId()}@desk.example>`;
  await db.write.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
      ticket_id, created_at)
    values (${newId()}, 'reply', ${anna.email}, 'Re', '', '', ${told}, ${ticketId}, now())`);
});

const answer = (more: Partial<Letter> = {}): Letter => ({
  ...{ from: anna.email, inReplyTo: told, text: `Yes. ${newId()}` },
  ...more,
});

/** The letter with a signature of its sender's domain above it. */
async function signed(content: Buffer, more: { maxBodyLength?: number } = {}): Promise<Buffer> {
  const key = { signingDomain: "anna.example", selector: "k", privateKey, ...more };
  const { signatures } = await dkimSign(content, { ...key, signatureData: [key] });
  return Buffer.concat([Buffer.from(signatures), content]);
}

async function keeps(content: Buffer, arrival: Partial<Arrival>): Promise<string> {
  await keepMail(content, {
    ...{ mailboxId, cameBy: "smtp", envelopeFrom: anna.email, peer: theirs },
    ...arrival,
  });
  const [stored] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails where state = 'stored' order by received_at desc, id desc limit 1`);
  return stored?.id ?? "";
}

async function became(id: string) {
  const [row] = await db.write.rows<{
    state: string;
    outcome: string | null;
    reason: string | null;
    ticket_id: string | null;
    message_row_id: string | null;
    sender_found: string | null;
    peer: string | null;
  }>(sql`select * from raw_mails where id = ${id}`);
  return row;
}

/** Hands a letter over and takes it in; what nobody could find out at once is not asked again. */
async function comes(content: Buffer, arrival: Partial<Arrival> = {}) {
  const id = await keeps(content, arrival);
  await takeIn(id, limits.senderTriesMax);
  return { id, ...(await became(id)) };
}

const joined = () => ({ outcome: "reply", ticket_id: ticketId });

describe("a letter in the name of somebody who has a part in a ticket", () => {
  test("joins when it comes from a server of their domain, and agents see that it was verified", async () => {
    const got = await comes(aLetter(answer()));
    expect(got).toMatchObject({ ...joined(), sender_found: "verified", peer: null });
    const messageId = got.message_row_id ?? "";
    expect((await messageMails({ messageIds: [messageId] })).senders).toEqual([
      { messageId, found: "verified", why: "It came from a server of anna.example." },
    ]);
  });

  test("joins when their domain signed it, by whatever way it came", async () => {
    const content = await signed(aLetter(answer()));
    const got = await comes(content, { peer: forgers, envelopeFrom: "list@elsewhere.example" });
    expect(got).toMatchObject({ ...joined(), sender_found: "verified" });
  });

  test.each(["reject", "quarantine", "none", null])(
    "never joins when nothing proves it, whatever their domain asks for (%s); an admin lets it in",
    async (asks) => {
      if (asks === null) names.records.delete("_dmarc.anna.example");
      else names.records.set("_dmarc.anna.example", [`v=DMARC1; p=${asks}`]);
      const got = await comes(aLetter(answer()), { peer: forgers });
      expect(got).toMatchObject({ state: "suspended", ticket_id: null, sender_found: "doubted" });
      expect(got.reason).toContain("anna.example neither signed it nor sends from 203.0.113.9");
      await readAgain.execute(mia, { commandId: aCommandId(), rawMailId: got.id });
      await takeIn(got.id, limits.senderTriesMax);
      expect(await became(got.id)).toMatchObject({ ...joined(), sender_found: "doubted" });
    },
  );

  test("never joins with a signature that was made for other words, or leaves the end out", async () => {
    const letter = aLetter(answer({ text: "Pay the bill." }));
    const changed = Buffer.from((await signed(letter)).toString().replace("the bill", "me"));
    const head = letter.toString().indexOf("\r\n\r\n") + 4;
    const short = await signed(letter, { maxBodyLength: letter.length - head });
    const longer = Buffer.concat([short, Buffer.from("\r\nTo this account.")]);
    for (const content of [changed, longer])
      expect(await comes(content, { peer: forgers })).toMatchObject({ state: "suspended" });
  });

  test("never joins when another domain proves only itself", async () => {
    names.records.set("evil.example", ["v=spf1 ip4:203.0.113.9 -all"]);
    const got = await comes(aLetter(answer()), { peer: forgers, envelopeFrom: "a@evil.example" });
    expect(got).toMatchObject({ state: "suspended", sender_found: "doubted" });
  });

  test("may come from below their domain, unless it asks to be strict", async () => {
    names.records.set("mail.anna.example", ["v=spf1 ip4:198.51.100.7 -all"]);
    const below = { envelopeFrom: "bounce@mail.anna.example" };
    expect(await comes(aLetter(answer()), below)).toMatchObject(joined());
    names.records.set("_dmarc.anna.example", ["v=DMARC1; p=none; aspf=s"]);
    expect(await comes(aLetter(answer()), below)).toMatchObject({ state: "suspended" });
  });

  test("never joins when it names a second sender", async () => {
    const content = aLetter(answer({ head: ["From: boss@anna.example"] }));
    expect(await comes(content)).toMatchObject({ state: "suspended" });
  });

  test("waits while name servers do not answer, and is not lost when they never do", async () => {
    names.records.set("anna.example", "broken");
    const id = await keeps(aLetter(answer()), { peer: forgers });
    for (let attempt = 1; attempt < limits.senderTriesMax; attempt += 1)
      await expect(takeIn(id, attempt)).rejects.toMatchObject({ code: "names_unavailable" });
    expect(await became(id)).toMatchObject({ state: "stored" });
    await takeIn(id, limits.senderTriesMax);
    expect(await became(id)).toMatchObject({ ...joined(), sender_found: "unsure" });
  });

  test("never joins a side conversation, either", async () => {
    const about = { ticketId, address: "carrier@anna.example", subject: "Parcel", body: "Where?" };
    const opens = openSide.schema.parse({ commandId: aCommandId(), ...about });
    const { sideId } = await openSide.execute(mia, opens);
    const [signs] = replySigners();
    const to = replyAddress("help@desk.example", { kind: "side", id: sideId }, signs);
    const content = () => aLetter({ from: about.address, to, text: `Here. ${newId()}` });
    expect(await comes(content(), { peer: forgers })).toMatchObject({ state: "suspended" });
    expect(await comes(content())).toMatchObject(joined());
  });
});

describe("a stranger's letter", () => {
  const stranger = () => aLetter({ from: `${newId()}@anna.example` });

  test("begins a ticket though nothing proves it, and is marked", async () => {
    const got = await comes(stranger(), { peer: forgers });
    expect(got).toMatchObject({ outcome: "new", sender_found: "doubted" });
  });

  test.each(["reject", "quarantine"])("waits when its domain asks for %s", async (asks) => {
    names.records.set("_dmarc.anna.example", [`v=DMARC1; p=${asks}`]);
    const got = await comes(stranger(), { peer: forgers });
    expect(got).toMatchObject({ state: "suspended" });
    expect(got.reason).toContain("anna.example asks not to believe such mail");
  });
});

describe("who is believed is the mailbox's to say", () => {
  const set = (on: boolean, server: string | null) =>
    db.write.rows(sql`
      update mailboxes set checks_senders = ${on}, results_from = ${server}
      where id = ${mailboxId}`);
  const results = (...lines: string[]) =>
    aLetter(answer({ head: lines.map((line) => `Authentication-Results: ${line}`) }));
  const fetched = { cameBy: "imap", envelopeFrom: null, peer: undefined } as const;

  test("behind a filter nobody asks, and no name server either", async () => {
    await set(false, null);
    const before = names.asked.length;
    const got = await comes(aLetter(answer()), { peer: forgers });
    expect(got).toMatchObject({ ...joined(), sender_found: null });
    expect(names.asked).toHaveLength(before);
  });

  test("a fetched letter is verified by its signature, and not doubted without one", async () => {
    await set(true, null);
    expect(await comes(await signed(aLetter(answer())), fetched)).toMatchObject({
      ...joined(),
      sender_found: "verified",
    });
    const before = names.asked.length;
    const got = await comes(aLetter(answer()), fetched);
    expect(got).toMatchObject({ ...joined(), sender_found: "unsure" });
    expect(names.asked).toHaveLength(before);
  });

  test("a server that the mailbox names is believed, and no other", async () => {
    await set(true, "mx.provider.example");
    const says = (words: string) => `mx.provider.example; ${words} header.from=anna.example`;
    const pass = says("dmarc=pass (p=NONE)");
    const fail = says("dmarc=fail (p=REJECT dis=NONE)");
    const found = async (...lines: string[]) => (await comes(results(...lines), fetched)) ?? {};
    expect(await found(pass)).toMatchObject({ ...joined(), sender_found: "verified" });
    expect(await found(fail)).toMatchObject({ state: "suspended", sender_found: "doubted" });
    expect(await found(fail, pass)).toMatchObject({ state: "suspended" });
    expect(await found("mx.evil.example; dmarc=pass header.from=anna.example")).toMatchObject({
      sender_found: "unsure",
    });
  });
});
