import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { completeUpload, downloadUrl, removeOrphans, requestUpload } from "@/modules/files";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { now, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { forgetShared } from "@/platform/process";
import { fileStorage } from "@/platform/storage/configured";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { createTicket } from "./commands/create-ticket";
import { reply } from "./commands/reply";
import { withdrawMessage } from "./commands/withdraw";
import { messagePage } from "./queries/message-page";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0xff, 0xd9]);

let services: TestServices;
let folder: string;
let anna: Actor;
let mia: Actor;
let stranger: Actor;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "uploads-"));
  services = await testServices({ STORAGE_DIR: folder, S3_ENDPOINT: "" });
  forgetShared("file-storage");
  anna = await aPerson({});
  mia = await aPerson({ role: "agent" });
  stranger = await aPerson({});
});
afterEach(() => setClock(null));
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true });
});

async function* chunks(bytes: Uint8Array) {
  yield bytes;
}

const put = (id: string, bytes: Uint8Array) =>
  fileStorage().local?.write(`incoming/${id}`, bytes.length, chunks(bytes));

async function bring(owner: Actor, name: string, bytes: Uint8Array, type = ""): Promise<string> {
  const asked = { commandId: aCommandId(), name, type, bytes: bytes.length };
  const { attachmentId } = await requestUpload.execute(owner, asked);
  await put(attachmentId, bytes);
  return attachmentId;
}

const complete = (owner: Actor, attachmentId: string, commandId = aCommandId()) =>
  completeUpload.execute(owner, { commandId, attachmentId });

async function checked(owner: Actor, name = "cat.png"): Promise<string> {
  const id = await bring(owner, name, png);
  await complete(owner, id);
  return id;
}

const ask = (actor: Actor, attachmentIds: string[]) =>
  createTicket.execute(
    actor,
    createTicket.schema.parse({
      commandId: aCommandId(),
      subject: "See my file",
      body: "Here it is.",
      attachmentIds,
    }),
  );

async function storedBytes(id: string): Promise<number | undefined> {
  const [row] = await db.write.rows<{ storage_key: string; state: string }>(sql`
    select storage_key, state from attachments where id = ${id}`);
  const key = row?.state === "checked" ? row.storage_key : "kept/none";
  return (await fileStorage().storage.head(key))?.bytes;
}

const anyone = async () => true;
const nobody = async () => false;

describe("what a file is, its content decides when it has arrived", () => {
  test("a picture with a slip in its name is kept under the right one", async () => {
    const id = await bring(anna, "../cat.png", jpeg, "image/png");
    expect(await complete(anna, id)).toMatchObject({
      state: "checked",
      attachment: { id, name: "cat.jpg", type: "image/jpeg", bytes: jpeg.length },
    });
  });

  test("a page that calls itself a picture is refused with its reason, and attaches to nothing", async () => {
    const id = await bring(anna, "cat.png", Buffer.from("<html><script>x</script>"), "image/png");
    const answer = await complete(anna, id);
    expect(answer).toMatchObject({ state: "refused", refusal: "mismatch" });
    expect(answer.reason).toContain("not what its name");
    await expect(ask(anna, [id])).rejects.toMatchObject({ code: "attachment_refused" });
    await expect(downloadUrl(anna, id, anyone)).rejects.toMatchObject({
      code: "attachment_not_found",
    });
  });

  test("the same answer twice, and a file exchanged afterwards changes nothing", async () => {
    const id = await bring(anna, "cat.png", png);
    const commandId = aCommandId();
    const first = await complete(anna, id, commandId);
    await put(id, Buffer.from("<html><script>x</script>"));
    expect(await complete(anna, id, commandId)).toEqual(first);
    expect(await complete(anna, id)).toEqual(first);
    expect(await storedBytes(id)).toBe(png.length);
  });

  test("nor while it is being looked into: each attempt judges a copy of its own", async () => {
    const id = await bring(anna, "cat.png", png);
    const evil = Buffer.from("<html><script>alert(1)</script>");
    const first = complete(anna, id);
    await put(id, evil);
    const answers = await Promise.all([first, complete(anna, id), complete(anna, id)]);
    const bytes = await storedBytes(id);
    for (const answer of answers) {
      expect(answer.state).toBe(bytes === png.length ? "checked" : "refused");
    }
  });

  test("one that never arrived is incomplete; too large or empty is refused at once", async () => {
    const request = (bytes: number) =>
      requestUpload.execute(anna, { commandId: aCommandId(), name: "a", type: "", bytes });
    const { attachmentId } = await request(5);
    await expect(complete(anna, attachmentId)).rejects.toMatchObject({ code: "upload_incomplete" });
    await expect(ask(anna, [attachmentId])).rejects.toMatchObject({ code: "upload_incomplete" });
    await expect(request(limits.attachmentBytesMax + 1)).rejects.toMatchObject({
      code: "payload_too_large",
    });
    await expect(request(0)).rejects.toMatchObject({ code: "attachment_refused" });
  });

  test("nobody completes or attaches the upload of somebody else", async () => {
    const id = await bring(anna, "cat.png", png);
    await expect(complete(stranger, id)).rejects.toMatchObject({ code: "attachment_not_found" });
    await complete(anna, id);
    await expect(ask(stranger, [id])).rejects.toMatchObject({ code: "attachment_not_found" });
  });
});

describe("files belong to one message", () => {
  test("and its readers see them, in the order in which they were attached", async () => {
    const ids = [await checked(anna, "b.png"), await checked(anna, "a.png")].reverse();
    const { number } = await ask(anna, ids);
    const head = await ticketHead(mia, number);
    const { messages } = await messagePage(mia, {
      ticketId: head.row.id,
      firstMessageAt: new Date(head.firstMessageAt),
      lastMessageAt: new Date(head.row.lastMessageAt),
    });
    expect(messages[0]?.attachments.map((file) => file.id).sort()).toEqual([...ids].sort());
    await expect(ask(anna, ids)).rejects.toMatchObject({ code: "attachment_not_found" });
  });

  test("a refused message leaves its files free for the next try", async () => {
    const good = await checked(anna);
    const missing = aCommandId();
    await expect(ask(anna, [good, missing])).rejects.toMatchObject({
      code: "attachment_not_found",
    });
    await expect(ask(anna, [good])).resolves.toBeDefined();
  });

  test("a link is given to those who may read the message, before that to its owner alone", async () => {
    const id = await checked(anna);
    expect(await downloadUrl(anna, id, nobody)).toContain("/files/kept/");
    const refused = { code: "attachment_not_found" };
    await expect(downloadUrl(stranger, id, anyone)).rejects.toMatchObject(refused);
    await ask(anna, [id]);
    expect(await downloadUrl(mia, id, anyone)).toContain("disposition=inline");
    await expect(downloadUrl(anna, id, nobody)).rejects.toMatchObject(refused);
  });

  test("a reply taken back gives them back to its writer", async () => {
    const { ticketId } = await ask(anna, []);
    const id = await checked(anna);
    const held = await reply.execute(
      anna,
      reply.schema.parse({
        commandId: aCommandId(),
        ticketId,
        body: "With a file",
        attachmentIds: [id],
        holdSeconds: 15,
      }),
    );
    const withdrawn = { commandId: aCommandId(), ticketId, messageId: held.messageId };
    await withdrawMessage.execute(anna, withdrawn);
    await expect(ask(anna, [id])).resolves.toBeDefined();
  });
});

test("what nobody attached for a day is gone from the table and the store; the rest stays", async () => {
  const forgotten = await checked(anna);
  const neverChecked = await bring(anna, "cat.png", png);
  const attached = await checked(anna);
  await ask(anna, [attached]);
  const [row] = await db.write.rows<{ storage_key: string }>(sql`
    select storage_key from attachments where id = ${forgotten}`);
  const forgottenFile = row?.storage_key.replace("kept/", "");
  const later = new Date(now().getTime() + limits.orphanUploadMs + 120_000);
  setClock(later);
  await expect(ask(anna, [forgotten])).rejects.toMatchObject({ code: "attachment_not_found" });
  await removeOrphans(later);
  const rows = await db.write.rows<{ id: string }>(sql`
    select id from attachments where id = any(${[forgotten, neverChecked, attached]}::uuid[])`);
  expect(rows.map((row) => row.id)).toEqual([attached]);
  expect(await readdir(join(folder, "incoming"))).toEqual([]);
  expect(await storedBytes(attached)).toBe(png.length);
  for (const name of await readdir(join(folder, "kept"))) expect(name).not.toBe(forgottenFile);
  expect(await removeOrphans(later)).toBe(0);
});
