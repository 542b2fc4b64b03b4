import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTicket,
  draftPage,
  draftsOfTicket,
  reply,
  saveDraft,
  withdrawMessage,
} from "@/modules/conversations";
import { removeOrphans } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let max: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna Kowalska" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  max = await aPerson({ role: "agent", name: "Max" });
});
afterAll(() => services.close());

const asks = () =>
  createTicket.execute(
    anna,
    createTicket.schema.parse({ commandId: aCommandId(), subject: "The door", body: "It jams." }),
  );

type Written = { body?: string; base?: number | null; kind?: string; attachmentIds?: string[] };

const writes = (actor: Actor, ticketId: string, more: Written) =>
  saveDraft.execute(
    actor,
    saveDraft.schema.parse({
      commandId: aCommandId(),
      ticketId,
      kind: "reply",
      body: "Try the *handle*.",
      base: null,
      ...more,
    }),
  );

async function versionOf(actor: Actor, ticketId: string, more: Written = {}): Promise<number> {
  const saved = await writes(actor, ticketId, more);
  if (saved.state !== "saved") throw new Error(`The draft was ${saved.state}.`);
  return saved.version;
}

const bodies = async (actor: Actor, ticketId: string) =>
  (await draftsOfTicket(actor, ticketId)).map(({ kind, body }) => [kind, body]);

async function aFile(owner: Actor, at = now()): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values (${id}, ${owner.id}, 'a.png', 'image/png', 'image/png', 5, 'checked', ${`kept/${id}`},
      ${at}, ${at})`);
  return id;
}

test("reply and note are two drafts, and nobody sees those of somebody else", async () => {
  const { ticketId } = await asks();
  await writes(mia, ticketId, { body: "To Anna" });
  await writes(mia, ticketId, { body: "To the team", kind: "note" });
  expect((await bodies(mia, ticketId)).sort()).toEqual([
    ["note", "To the team"],
    ["reply", "To Anna"],
  ]);
  expect(await bodies(max, ticketId)).toEqual([]);
  expect((await draftPage(max)).drafts).toEqual([]);
});

test("what another device wrote since is not overwritten, and is shown", async () => {
  const { ticketId } = await asks();
  const first = await versionOf(mia, ticketId, { body: "On the desk" });
  const second = await versionOf(mia, ticketId, { body: "On the desk, more", base: first });
  expect(second).toBeGreaterThan(first);
  const late = await writes(mia, ticketId, { body: "On the phone", base: first });
  expect(late).toMatchObject({ state: "changed", draft: { body: "On the desk, more" } });
  expect(await bodies(mia, ticketId)).toEqual([["reply", "On the desk, more"]]);
});

test("two devices that begin at once do not overwrite each other", async () => {
  const { ticketId } = await asks();
  const answers = await Promise.all([
    writes(mia, ticketId, { body: "Desk" }),
    writes(mia, ticketId, { body: "Phone" }),
  ]);
  expect(answers.map((one) => one.state).sort()).toEqual(["changed", "saved"]);
});

test("a draft goes with the reply that it became, and a newer one stays", async () => {
  const { ticketId } = await asks();
  const version = await versionOf(mia, ticketId);
  const sends = (draftVersion: number) =>
    reply.execute(
      mia,
      reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Hello.", draftVersion }),
    );
  await sends(version);
  expect(await bodies(mia, ticketId)).toEqual([]);
  const older = await versionOf(mia, ticketId);
  await versionOf(mia, ticketId, { body: "Written on elsewhere", base: older });
  await sends(older);
  expect(await bodies(mia, ticketId)).toEqual([["reply", "Written on elsewhere"]]);
});

test("a reply that is refused keeps its draft", async () => {
  const { ticketId } = await asks();
  const draftVersion = await versionOf(mia, ticketId);
  const empty = { commandId: aCommandId(), ticketId, body: " ", draftVersion };
  await expect(reply.execute(mia, reply.schema.parse(empty))).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect(await bodies(mia, ticketId)).toHaveLength(1);
});

test("a held reply that is taken back is a draft again, with its marks and its files", async () => {
  const { ticketId } = await asks();
  const attachmentIds = [await aFile(mia)];
  const draftVersion = await versionOf(mia, ticketId, { attachmentIds });
  const said = { commandId: aCommandId(), ticketId, body: "Try the *handle*.", attachmentIds };
  const held = await reply.execute(
    mia,
    reply.schema.parse({ ...said, holdSeconds: 15, draftVersion }),
  );
  await versionOf(mia, ticketId, { body: "Begun meanwhile" });
  const about = { commandId: aCommandId(), ticketId, messageId: held.messageId };
  await withdrawMessage.execute(mia, about);
  const [draft] = await draftsOfTicket(mia, ticketId);
  expect(draft?.body).toBe("Try the *handle*.\n\nBegun meanwhile");
  expect(draft?.files.map((file) => file.id)).toEqual(attachmentIds);
});

test("files wait for their draft longer than for nobody, and no longer than for it", async () => {
  const { ticketId } = await asks();
  const longAgo = new Date(now().getTime() - limits.orphanUploadMs - 10 * limits.clockSkewMsMax);
  const [kept, left] = [await aFile(mia), await aFile(mia, longAgo)];
  const base = await versionOf(mia, ticketId, { attachmentIds: [kept] });
  await db.write.rows(sql`update attachments set created_at = ${longAgo} where id = ${kept}`);
  await removeOrphans(now());
  const there = async (id: string) =>
    (await db.write.rows(sql`select id from attachments where id = ${id}`)).length === 1;
  expect([await there(kept), await there(left)]).toEqual([true, false]);
  await writes(mia, ticketId, { body: "", base });
  await removeOrphans(now());
  expect(await there(kept)).toBe(true);
  await removeOrphans(new Date(now().getTime() + 2 * limits.orphanUploadMs));
  expect(await there(kept)).toBe(false);
});

test("nobody's draft takes the files of somebody else", async () => {
  const { ticketId } = await asks();
  await writes(mia, ticketId, { attachmentIds: [await aFile(max)] });
  expect((await draftsOfTicket(mia, ticketId))[0]?.files).toEqual([]);
});

test("a draft for a ticket that does not exist is refused", async () => {
  await expect(writes(mia, newId(), {})).rejects.toMatchObject({ code: "ticket_not_found" });
});
