import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { removeOrphans } from "@/modules/files";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { bodiesOfRow } from "@/platform/mailer/mail-row";
import { forgetShared } from "@/platform/process";
import { aCommandId } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aGuestFile, aGuestForm } from "@/testing/guest-file";
import { formStamp } from "../queries/form-stamp";
import { askAsGuest, guestQuestionSchema } from "./ask-as-guest";
import { confirmQuestion } from "./confirm-question";
import { completeGuestUpload, requestGuestUpload } from "./guest-files";

let services: TestServices;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guest-files-"));
  services = await testServices({ STORAGE_DIR: folder, S3_ENDPOINT: "" });
  forgetShared("file-storage");
});
afterEach(() => setClock(null));
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true });
});

type Form = ReturnType<typeof aGuestForm>;

async function put(form: Form, more: Parameters<typeof aGuestFile>[1] = {}): Promise<string> {
  const { attachmentId } = await aGuestFile(form, more);
  await completeGuestUpload({ ...form, commandId: aCommandId(), attachmentId });
  return attachmentId;
}

const anAddress = () => ({ address: aCommandId() });

/** Gives the address that asked. */
async function asks(files: Form & { attachmentIds: string[] }, body = ""): Promise<string> {
  const commandId = aCommandId();
  const email = `anna-${commandId}@example.com`;
  const stamp = formStamp(commandId, nowMs() - 10_000);
  const asked = { commandId, email, name: "Anna", subject: "See my photo", body, files };
  const question = guestQuestionSchema.parse({ ...asked, language: "en", stamp, trap: "" });
  await askAsGuest(anAddress(), question);
  return email;
}

async function confirms(email: string): Promise<void> {
  const [mail] = await db.write.rows<Parameters<typeof bodiesOfRow>[0]>(sql`
    select * from outgoing_mails where recipient = ${email}`);
  if (mail === undefined) throw new Error(`Nothing was sent to ${email}.`);
  await confirmQuestion(/token=([\w-]+)/u.exec(bodiesOfRow(mail).text)?.[1] ?? "");
}

const filesOf = (email: string) =>
  db.write.rows<{ id: string; name: string; form_id: string | null }>(sql`
    select attachments.id, attachments.name, form_id from attachments
    join users on users.id = owner_id
    join ticket_messages on ticket_messages.id = message_id and author_id = users.id
    where users.email = ${email}`);

const isThere = async (id: string) =>
  (await db.write.rows(sql`select from attachments where id = ${id}`)).length > 0;

test("a file waits with the question, and belongs to its message once the address is proved", async () => {
  const form = aGuestForm();
  const id = await put(form);
  // Nothing but the file is a question, too.
  const email = await asks({ ...form, attachmentIds: [id] });
  expect(await filesOf(email)).toEqual([]);
  await confirms(email);
  expect(await filesOf(email)).toEqual([{ id, name: "notes.txt", form_id: null }]);
});

test("it is looked into as everybody's file is, and one that was refused goes with no question", async () => {
  const form = aGuestForm();
  const bytes = Buffer.from("<html><script>x</script>");
  const { attachmentId } = await aGuestFile(form, { name: "cat.png", bytes });
  const said = await completeGuestUpload({ ...form, commandId: aCommandId(), attachmentId });
  expect(said).toMatchObject({ state: "refused", refusal: "mismatch" });
  await expect(asks({ ...form, attachmentIds: [attachmentId] })).rejects.toMatchObject({
    code: "attachment_not_found",
  });
});

test("nobody takes the file of another form, nor makes a form of their own", async () => {
  const [mine, other] = [aGuestForm(), aGuestForm()];
  const id = await put(mine);
  const missing = { code: "attachment_not_found" };
  await expect(asks({ ...other, attachmentIds: [id] }, "Mine?")).rejects.toMatchObject(missing);
  const forged = { formId: mine.formId, stamp: other.stamp };
  const outdated = { code: "form_outdated" };
  await expect(asks({ ...forged, attachmentIds: [id] }, "Mine?")).rejects.toMatchObject(outdated);
  const upload = { commandId: aCommandId(), name: "a.txt", type: "", bytes: 5 };
  await expect(requestGuestUpload(anAddress(), { ...forged, ...upload })).rejects.toMatchObject(
    outdated,
  );
  const told = { ...other, commandId: aCommandId(), attachmentId: id };
  await expect(completeGuestUpload(told)).rejects.toMatchObject(missing);
});

test("a robot that fills our store meets the limit; a person's ten files do not", async () => {
  const caller = anAddress();
  const brings = (form: Form) =>
    requestGuestUpload(caller, {
      ...{ ...form, commandId: aCommandId() },
      ...{ name: "a.txt", type: "", bytes: 5 },
    });
  const form = aGuestForm();
  for (let file = 0; file < limits.attachmentsPerMessageMax; file += 1) await brings(form);
  const rest = limits.unattachedFilesPerFormMax - limits.attachmentsPerMessageMax;
  for (let file = 0; file < rest; file += 1) await brings(form);
  await expect(brings(form)).rejects.toMatchObject({ code: "attachments_too_many" });
  const more = limits.guestFilesPerAddressMax;
  const flood = Array.from({ length: more }, () => brings(aGuestForm()).catch((error) => error));
  expect(await Promise.all(flood)).toContainEqual(
    expect.objectContaining({
      code: "rate_limited",
      detail: expect.objectContaining({ retryAfterMs: expect.any(Number) }),
    }),
  );
});

test("what nobody asked with is gone after a day, and an unconfirmed question's files after it", async () => {
  const form = aGuestForm();
  const [alone, asked, confirmed] = [await put(form), await put(form), await put(form)];
  await asks({ ...form, attachmentIds: [asked] });
  await confirms(await asks({ ...form, attachmentIds: [confirmed] }));
  const afterMs = async (ms: number) => {
    await removeOrphans(new Date(nowMs() + ms + limits.clockSkewMsMax + 60_000));
    return Promise.all([alone, asked, confirmed].map(isThere));
  };
  expect(await afterMs(limits.orphanUploadMs)).toEqual([false, true, true]);
  expect(await afterMs(limits.orphanUploadMs + limits.guestQuestionMs)).toEqual([
    false,
    false,
    true,
  ]);
});

test("a forgotten question takes its files with it", async () => {
  const form = aGuestForm();
  const id = await put(form);
  await asks({ ...form, attachmentIds: [id] });
  setClock(new Date(nowMs() + limits.guestQuestionMs + 60_000));
  const next = aGuestForm();
  await asks({ ...next, attachmentIds: [] }, "Another question.");
  await removeOrphans(new Date(nowMs()));
  expect(await isThere(id)).toBe(false);
});
