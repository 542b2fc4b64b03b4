import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, reply, saveDraft } from "@/modules/conversations";
import { actorById } from "@/modules/identity";
import { activityWords, ticketActivity, ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aField } from "@/testing/house";
import { deleteAccount } from "./commands/delete-account";
import { fillExport } from "./commands/make-export";
import { requestExport } from "./commands/request-export";
import { exportedPerson, exportFile, latestExport, unfinishedExports } from "./queries/exports";

let services: TestServices;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const asks = async (who: Actor, body = "It jams.") => {
  const given = { commandId: aCommandId(), subject: "The vent", body };
  return createTicket.execute(who, createTicket.schema.parse(given));
};
const says = (who: Actor, ticketId: string, body: string, kind = "reply") =>
  reply.execute(who, reply.schema.parse({ commandId: aCommandId(), ticketId, body, kind }));
const wants = (who: Actor) => requestExport.execute(who, { commandId: aCommandId() });
const read = async (who: Actor, exportId: string) => {
  const content = await exportFile(who, exportId);
  if (content === null) throw new Error("There is no file.");
  const data: unknown = JSON.parse((await promisify(gunzip)(content)).toString("utf8"));
  return data;
};
const deletes = (who: Actor, email: string) =>
  deleteAccount.execute(who, { commandId: aCommandId(), userId: who.id, email });
const mailsTo = (email: string) =>
  db.write.rows<{ kind: string }>(sql`
    select kind from outgoing_mails where recipient = ${email} order by created_at, id`);

test("a copy has one's account and whole conversations, what is shown of fields, and no note", async () => {
  const anna = await aPerson({ name: "Anna", organizationId: await anOrganization() });
  const { ticketId, number } = await asks(anna);
  const [shown, hidden] = [await aField({ visible: true }), await aField({ visible: false })];
  await db.write.rows(sql`
    update tickets set fields = ${JSON.stringify({ [shown.key]: "S-1", [hidden.key]: "risky" })}
    where id = ${ticketId}`);
  await says(mia, ticketId, "Oil it.");
  await says(mia, ticketId, "She is always so loud.", "note");
  await asks(await aPerson({ name: "Ben" }), "Somebody else's.");
  const { exportId } = await wants(anna);
  expect((await latestExport(anna)).latest).toMatchObject({ state: "making" });
  expect(await exportFile(anna, exportId)).toBeNull();
  expect(await exportedPerson(exportId)).toBe(anna.id);
  await fillExport(anna, exportId);
  await fillExport(anna, exportId);
  const data = await read(anna, exportId);
  expect(data).toMatchObject({
    isWhole: true,
    person: { name: "Anna", email: anna.email, organization: "An organization" },
    requests: [
      {
        ...{ number, subject: "The vent", status: "open" },
        fields: { [`Field ${shown.key}`]: "S-1" },
        messages: [
          { from: "Anna", text: "It jams." },
          { from: "Mia", text: "Oil it." },
        ],
      },
    ],
  });
  const text = JSON.stringify(data);
  for (const secret of ["loud", "risky", "Somebody else"]) expect(text).not.toContain(secret);
  expect((await latestExport(anna)).latest).toMatchObject({ state: "ready", done: 1, total: 1 });
  expect(await mailsTo(anna.email)).toEqual([{ kind: "export" }]);
});

test("a copy is its owner's alone, made once a day, and gone after a week", async () => {
  const [anna, ben] = [await aPerson({ name: "Anna" }), await aPerson({ name: "Ben" })];
  const [first, again] = await Promise.all([wants(anna), wants(anna)]);
  expect(first.exportId).toBe(again.exportId);
  const waiting = await unfinishedExports(new Date(nowMs() + 1_000));
  expect(waiting.map(({ id }) => id)).toContain(first.exportId);
  await fillExport(ben, first.exportId);
  expect(await exportFile(anna, first.exportId)).toBeNull();
  await fillExport(anna, first.exportId);
  expect(await exportFile(ben, first.exportId)).toBeNull();
  expect(await exportFile(mia, first.exportId)).toBeNull();
  expect(await latestExport(anna)).toMatchObject({ mayAsk: false });
  setClock(new Date(nowMs() + limits.exportEveryMs + 1_000));
  expect(await latestExport(anna)).toMatchObject({ mayAsk: true });
  setClock(new Date(nowMs() + limits.exportKeepMs));
  expect(await exportFile(anna, first.exportId)).toBeNull();
  expect((await latestExport(anna)).latest).toMatchObject({ state: "expired" });
});

test("a deleted account says nowhere who it was and lets nobody in; its requests stay, without a name", async () => {
  const anna = await aPerson({ name: "Anna Kowalska", organizationId: await anOrganization() });
  const { ticketId, number } = await asks(anna);
  await says(mia, ticketId, "Which vent?");
  await saveDraft.execute(
    anna,
    saveDraft.schema.parse({
      ...{ commandId: aCommandId(), ticketId, kind: "reply", body: "The left", base: null },
    }),
  );
  await wants(anna);
  await expect(deletes(anna, "else@example.com")).rejects.toMatchObject({
    code: "address_differs",
  });
  await deletes(anna, ` ${anna.email.toUpperCase()}`.trim());
  const [row] = await db.write.rows<Record<string, unknown>>(sql`
    select users.*, (select count(*)::int from accounts where user_id = users.id) as accounts,
      (select count(*)::int from message_drafts where person_id = users.id) as drafts,
      (select count(*)::int from data_exports where person_id = users.id) as exports
    from users where id = ${anna.id}`);
  expect(JSON.stringify(row)).not.toMatch(/anna|kowalska/i);
  expect(row).toMatchObject({ accounts: 0, drafts: 0, exports: 0, organization_id: null });
  expect(row?.suspended_at).not.toBeNull();
  const head = await ticketHead(mia, number);
  expect(head.row.requester.name).toBe("Deleted customer");
  const [entry] = await ticketActivity(head);
  expect(entry && activityWords(entry)).toContain("has deleted their account");
  expect((await mailsTo(anna.email)).at(-1)).toEqual({ kind: "account-deleted" });
  await expect(deletes(anna, anna.email)).rejects.toMatchObject({ code: "person_not_found" });
});

test("nobody deletes another's account, and who works here asks an admin", async () => {
  const [anna, ben] = [await aPerson({ name: "Anna" }), await aPerson({ name: "Ben" })];
  await expect(
    deleteAccount.execute(ben, { commandId: aCommandId(), userId: anna.id, email: ben.email }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await expect(deletes(mia, mia.email)).rejects.toMatchObject({ code: "forbidden" });
  expect(await actorById(anna.id)).toMatchObject({ name: "Anna" });
});
