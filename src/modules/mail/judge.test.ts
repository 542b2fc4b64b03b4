import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { markSpam } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aLetter, aMailbox, type Letter } from "@/testing/letters";
import { forgetOriginalsOf, forgetTrashedMails } from "./commands/forget-mails";
import {
  blockSender,
  readAgain,
  restoreMail,
  trashMail,
  unblockSender,
} from "./commands/judge-mail";
import { keepMail, keepTooLarge } from "./commands/keep-mail";
import { saveMailbox } from "./commands/mailboxes";
import { quarantine, takeIn } from "./commands/take-in";
import { blockedList, mailboxList, rawMailPage } from "./queries/admin-lists";
import { leaseMailboxes } from "./queries/fetched-mailboxes";
import { originalOfMail, originalOfMessage } from "./queries/originals";
import { saveMailboxSchema } from "./schema";

const folder = mkdtempSync(join(tmpdir(), "mail-judge-"));
let services: TestServices;
let mailboxId: string;
let ada: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  mailboxId = await aMailbox("help@desk.example");
  ada = await aPerson({ role: "admin", name: "Ada" });
  mia = await aPerson({ role: "agent" });
});
afterEach(() => setClock(null));
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

async function kept(letter: Letter): Promise<string> {
  await keepMail(aLetter(letter), { mailboxId, cameBy: "smtp" });
  const [row] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails where state = 'stored' order by received_at desc, id desc limit 1`);
  return row?.id ?? "";
}
const stateOf = async (id: string) =>
  (
    await db.write.rows<{ state: string; ticket_id: string | null; message_row_id: string | null }>(
      sql`select state, ticket_id, message_row_id from raw_mails where id = ${id}`,
    )
  )[0];
const on = (rawMailId: string) => ({ commandId: aCommandId(), rawMailId });

test("a blocked sender's mail waits, is let in by an admin, and the next one waits again", async () => {
  const from = `${newId()}@spam.example`;
  await blockSender.execute(ada, { commandId: aCommandId(), pattern: "@spam.example" });
  const first = await kept({ from });
  await takeIn(first);
  const { mails } = await rawMailPage({ state: "suspended" });
  expect(mails[0]).toMatchObject({ id: first, sender: from, reason: "@spam.example is blocked." });
  await readAgain.execute(ada, on(first));
  await takeIn(first);
  expect(await stateOf(first)).toMatchObject({ state: "decided", ticket_id: expect.any(String) });
  const second = await kept({ from });
  await takeIn(second);
  expect(await stateOf(second)).toMatchObject({ state: "suspended" });
  const [blocked] = (await blockedList({})).blocked;
  await unblockSender.execute(ada, { commandId: aCommandId(), blockedId: blocked?.id ?? "" });
  const third = await kept({ from });
  await takeIn(third);
  expect(await stateOf(third)).toMatchObject({ state: "decided" });
});

test("however many are blocked, each is found and let in again", async () => {
  const count = limits.blockedPageRows + 5;
  await db.write.rows(sql`
    insert into blocked_senders (id, pattern, created_by, created_at)
    select gen_random_uuid(), 'n' || n || '@many.example', ${ada.id}, now() - n * interval '1 second'
    from generate_series(1, ${count}) as n`);
  const first = await blockedList({});
  const rest = await blockedList({ cursor: first.next ?? undefined });
  expect(first.blocked).toHaveLength(limits.blockedPageRows);
  const patterns = [...first.blocked, ...rest.blocked].map(({ pattern }) => pattern);
  expect(new Set(patterns).size).toBe(patterns.length);
  expect(patterns.filter((pattern) => pattern.endsWith("@many.example"))).toHaveLength(count);
  await db.write.rows(sql`delete from blocked_senders where pattern like '%@many.example'`);
});

test("nobody blocks our own mailboxes", async () => {
  for (const pattern of ["help@desk.example", "@desk.example"])
    await expect(
      blockSender.execute(ada, { commandId: aCommandId(), pattern }),
    ).rejects.toMatchObject({ code: "invalid_input" });
});

test("what is quarantined is seen with its reason, tried again, thrown away and brought back", async () => {
  const id = await kept({ from: "anna@x.example", text: "<script>alert(1)</script>" });
  await quarantine(id, "It could not be taken in: the disk is full");
  const { mails } = await rawMailPage({ state: "quarantined" });
  expect(mails[0]).toMatchObject({ id, reason: "It could not be taken in: the disk is full" });
  const { original } = await originalOfMail(id);
  expect(original?.head).toContain("From: anna@x.example");
  expect(original?.body).toBe("<script>alert(1)</script>");
  await trashMail.execute(ada, on(id));
  await expect(readAgain.execute(ada, on(id))).rejects.toMatchObject({ code: "not_found" });
  await restoreMail.execute(ada, on(id));
  await readAgain.execute(ada, on(id));
  await takeIn(id);
  expect(await stateOf(id)).toMatchObject({ state: "decided", ticket_id: expect.any(String) });
});

test("a mail that was too large shows whose it is, and is not taken in without its body", async () => {
  const head = aLetter({ from: "anna@x.example", text: "" });
  await keepTooLarge(head, { mailboxId, cameBy: "imap" }, limits.rawMailBytesMax + 1);
  const { mails } = await rawMailPage({ state: "quarantined" });
  const id = mails[0]?.id ?? "";
  expect(mails[0]?.reason).toContain("MB, more than we take");
  await expect(readAgain.execute(ada, on(id))).rejects.toMatchObject({ code: "payload_too_large" });
});

test("the trash is emptied after its days, and no sooner", async () => {
  const id = await kept({ from: "anna@x.example" });
  await quarantine(id, "No.");
  await trashMail.execute(ada, on(id));
  await forgetTrashedMails();
  expect(await stateOf(id)).toMatchObject({ state: "trashed" });
  setClock(new Date(nowMs() + limits.mailTrashMs + 1_000));
  await forgetTrashedMails();
  expect(await stateOf(id)).toBeUndefined();
});

test("agents see the original of a message, until something was removed from its ticket for good", async () => {
  const id = await kept({ from: "anna@x.example", text: "My card is 4711." });
  await takeIn(id);
  const row = await stateOf(id);
  const [ticketId, messageId] = [row?.ticket_id ?? "", row?.message_row_id ?? ""];
  const shown = { original: { body: "My card is 4711." } };
  expect(await originalOfMessage(mia, messageId)).toMatchObject(shown);
  const stranger = await aPerson({});
  await expect(originalOfMessage(stranger, messageId)).rejects.toMatchObject({
    code: "not_found",
  });
  const forgets = { commandId: aCommandId(), eventId: newId(), ticketIds: [ticketId] };
  await forgetOriginalsOf.execute(ada, forgets);
  await expect(originalOfMessage(mia, messageId)).rejects.toMatchObject({ code: "not_found" });
  const left = await db.write.rows(sql`
    select content from raw_mail_contents where raw_mail_id = ${id}`);
  expect(left).toEqual([]);
  // What went by its age alone is explained: the ticket goes on without it.
  const later = new Date(nowMs() + 401 * 24 * 3_600_000);
  setClock(later);
  expect(await originalOfMessage(mia, messageId)).toEqual({ original: null, keptDays: 400 });
});

const mailbox = (changed: Record<string, unknown>) =>
  saveMailboxSchema.parse({
    ...{ commandId: aCommandId(), held: null, name: "Sales", address: `s-${newId()}@desk.example` },
    ...{ fromName: "", isDefault: false, enabled: true, imap: null },
    ...changed,
  });
const imap = { host: "imap.x.example", port: 993, secure: true, user: "sales", password: "s3cret" };

test("a mailbox keeps its password to itself, and begins anew with another folder", async () => {
  const { mailboxId: id } = await saveMailbox.execute(ada, mailbox({ imap, isDefault: true }));
  const shown = async () => (await mailboxList()).mailboxes.find((one) => one.id === id);
  expect(JSON.stringify(await mailboxList())).not.toContain("s3cret");
  const [stored] = await db.write.rows(sql`select imap_password from mailboxes where id = ${id}`);
  expect(JSON.stringify(stored)).not.toContain("s3cret");
  await db.write.rows(sql`
    update mailboxes set seen_validity = '7', seen_uid = 100, version = version + 1 where id = ${id}`);
  const held = { id, version: (await shown())?.version ?? 0 };
  const again = { held, address: (await shown())?.address };
  await saveMailbox.execute(ada, mailbox({ ...again, imap: { ...imap, password: null } }));
  const [leased] = (await leaseMailboxes(newId())).filter((one) => one.id === id);
  expect(leased).toMatchObject({ password: "s3cret", seenUid: 100, seenValidity: "7" });
  await expect(saveMailbox.execute(ada, mailbox({ ...again, imap }))).rejects.toMatchObject({
    code: "settings_changed",
  });
  const newest = { ...again, held: { id, version: (await shown())?.version ?? 0 } };
  await saveMailbox.execute(ada, mailbox({ ...newest, imap: { ...imap, folder: "Archive" } }));
  const [moved] = await db.write.rows(sql`
    select seen_validity, is_default from mailboxes where id = ${id}`);
  expect(moved).toEqual({ seen_validity: null, is_default: true });
});

test("there is one default mailbox, and two never have one address", async () => {
  const one = await saveMailbox.execute(ada, mailbox({ isDefault: true }));
  const other = mailbox({ isDefault: true });
  await saveMailbox.execute(ada, other);
  const defaults = await db.write.rows<{ id: string }>(sql`
    select id from mailboxes where is_default`);
  expect(defaults).toHaveLength(1);
  expect(defaults[0]?.id).not.toBe(one.mailboxId);
  await expect(
    saveMailbox.execute(ada, mailbox({ address: other.address.toUpperCase() })),
  ).rejects.toMatchObject({ code: "name_taken" });
});

test("an answer to what was taken for spam waits, is let in by an admin, and asks anew", async () => {
  const from = `${newId()}@pills.example`;
  const messageId = `<${newId()}@pills.example>`;
  const first = await kept({ from, messageId, subject: "Cheap pills" });
  await takeIn(first);
  const ticketId = (await stateOf(first))?.ticket_id ?? "";
  await markSpam.execute(mia, { commandId: aCommandId(), ticketId });
  const answer = await kept({ from, inReplyTo: messageId, subject: "Re: Cheap pills" });
  await takeIn(answer);
  expect(await stateOf(answer)).toMatchObject({ state: "suspended", ticket_id: null });
  const { mails } = await rawMailPage({ state: "suspended" });
  expect(mails.find(({ id }) => id === answer)?.reason).toBe(
    "It answers a ticket that lies in the trash as spam.",
  );
  await readAgain.execute(ada, on(answer));
  await takeIn(answer);
  const after = await stateOf(answer);
  expect(after?.state).toBe("decided");
  expect(after?.ticket_id).not.toBe(ticketId);
});
