import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, messagePage } from "@/modules/conversations";
import { moveTag } from "@/modules/fields";
import { suspendUser } from "@/modules/identity";
import { activityWords, ticketActivity, ticketHead, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aField, aMacro, aResponse, aTag, aTeam } from "@/testing/house";
import { applyMacro } from "./commands/apply-macro";
import { createMacro } from "./commands/macros";
import { createResponse } from "./commands/responses";
import { previewMacro, previewResponse } from "./queries/preview";
import { searchResponses } from "./queries/responses";
import { lineWords } from "./rules/diff";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna Kowalska" });
  mia = await aPerson({ role: "agent", name: "Mia Solberg" });
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());

const asks = () => {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  return createTicket.execute(anna, createTicket.schema.parse(given));
};
const applies = (ticketId: string, macroId: string, more: Record<string, unknown> = {}) =>
  applyMacro.execute(
    mia,
    applyMacro.schema.parse({ commandId: aCommandId(), ticketId, macroId, ...more }),
  );
const refusal = (thrown: unknown) =>
  isAppError(thrown) ? { code: thrown.code, ...thrown.detail } : thrown;

async function stateOf(number: number) {
  const head = await ticketHead(mia, number);
  const { messages } = await messagePage(mia, {
    ticketId: head.row.id,
    firstMessageAt: new Date(head.firstMessageAt),
    lastMessageAt: new Date(head.row.lastMessageAt),
  });
  return { row: head.row, texts: messages.map(({ html }) => html), head };
}

test("a macro does all that it says in one go, and the history names it", async () => {
  const { ticketId, number } = await asks();
  const { key } = await aField({ visible: true });
  const tag = await aTag();
  const macroId = await aMacro({
    name: "Refund",
    actions: { status: "pending", assigneeId: "me", addTags: [tag], fields: { [key]: "FF-1" } },
    message: {
      kind: "reply",
      body: "Hello {{requester.firstName}}, {{ticket.number}} is refunded.",
    },
  });
  const shown = await previewMacro(mia, { ticketId, id: macroId });
  expect(shown.lines.map(lineWords)).toEqual([
    "Open to Pending",
    "Assignee: nobody to Mia Solberg",
    `+ ${tag}`,
    `Field ${key}: none to FF-1`,
  ]);
  await applies(ticketId, macroId);
  const { row, texts, head } = await stateOf(number);
  expect(row).toMatchObject({ status: "pending", tags: [tag], fields: { [key]: "FF-1" } });
  expect(row.assignee?.id).toBe(mia.id);
  expect(texts.at(-1)).toContain(`Hello Anna, #${number} is refunded.`);
  const words = (await ticketActivity(head)).map((entry) => activityWords(entry));
  expect(words[0]).toMatch(/by the macro “Refund”$/);
});

test("the same command twice is one message", async () => {
  const { ticketId, number } = await asks();
  const macroId = await aMacro({ message: { kind: "note", body: "Called {{requester.name}}." } });
  const input = applyMacro.schema.parse({ commandId: aCommandId(), ticketId, macroId });
  await applyMacro.execute(mia, input);
  await applyMacro.execute(mia, input);
  expect((await stateOf(number)).texts).toHaveLength(2);
});

test("a reply that is held takes the status with it, the rest happens at once", async () => {
  const { ticketId, number } = await asks();
  const macroId = await aMacro({
    actions: { status: "resolved", priority: "urgent" },
    message: { kind: "reply", body: "Done." },
  });
  const applied = await applies(ticketId, macroId, { holdSeconds: 15 });
  expect(applied.releaseAt).not.toBeNull();
  expect((await stateOf(number)).row).toMatchObject({ status: "open", priority: "urgent" });
});

const goneCases: [string, () => Promise<{ actions: Record<string, unknown>; missing: RegExp }>][] =
  [
    [
      "a field",
      async () => {
        const { key } = await aField();
        await db.write.rows(sql`delete from custom_fields where key = ${key}`);
        return { actions: { fields: { [key]: "x" } }, missing: new RegExp(`^field: ${key}$`) };
      },
    ],
    [
      "a tag",
      async () => {
        const tag = await aTag();
        const moved = { commandId: aCommandId(), name: tag, becomes: null };
        await moveTag.execute(ada, moved);
        return { actions: { addTags: [tag] }, missing: new RegExp(`^tag: ${tag}$`) };
      },
    ],
    [
      "a person",
      async () => {
        const max = await aPerson({ role: "agent", name: "Max" });
        await suspendUser.execute(ada, { commandId: aCommandId(), userId: max.id });
        return { actions: { assigneeId: max.id }, missing: /^person: / };
      },
    ],
    [
      "a team",
      async () => {
        const teamId = await aTeam();
        await db.write.rows(sql`update teams set archived_at = now() where id = ${teamId}`);
        return { actions: { teamId }, missing: /^team: / };
      },
    ],
    [
      "an option",
      async () => {
        const { key } = await aField({ type: "choice", options: [{ value: "a", name: "A" }] });
        return {
          actions: { fields: { [key]: "b" } },
          missing: new RegExp(`^value: Field ${key}$`),
        };
      },
    ],
  ];

test.each(goneCases)(
  "a macro that refers to %s that is gone says which, and applies nothing",
  async (_, make) => {
    const { ticketId, number } = await asks();
    const { actions, missing } = await make();
    const macroId = await aMacro({
      actions: { ...actions, priority: "urgent" },
      message: { kind: "reply", body: "Never sent." },
    });
    const shown = await previewMacro(mia, { ticketId, id: macroId });
    expect(shown.missing).toHaveLength(1);
    const thrown = await applies(ticketId, macroId).catch(refusal);
    expect(thrown).toMatchObject({
      code: "macro_outdated",
      missing: [expect.stringMatching(missing)],
    });
    const { row, texts } = await stateOf(number);
    expect([row.priority, texts.length]).toEqual(["medium", 1]);
  },
);

test("a macro cannot lead where a ticket may not go", async () => {
  const { ticketId } = await asks();
  for (const status of ["resolved", "closed"]) {
    const change = { commandId: aCommandId(), ticketId, changes: { status } };
    await updateTicket.execute(mia, updateTicket.schema.parse(change));
  }
  const macroId = await aMacro({ actions: { status: "open" } });
  const thrown = await applies(ticketId, macroId).catch(refusal);
  expect(thrown).toMatchObject({ code: "macro_outdated", says: "A closed ticket does not change" });
});

test("an empty variable keeps a macro from being applied until somebody fills it in", async () => {
  const { ticketId, number } = await asks();
  const body = "We wrote to {{organization.name}}.";
  const macroId = await aMacro({ message: { kind: "reply", body } });
  const shown = await previewMacro(mia, { ticketId, id: macroId });
  expect(shown.message?.empty).toEqual(["organization.name"]);
  const thrown = await applies(ticketId, macroId).catch(refusal);
  expect(thrown).toMatchObject({ code: "variables_empty", variables: ["organization.name"] });
  await applies(ticketId, macroId, { text: "We wrote to them." });
  expect((await stateOf(number)).texts.at(-1)).toContain("We wrote to them.");
});

test("a field that customers do not see has a value in a note and none in a reply", async () => {
  const { ticketId } = await asks();
  const { key } = await aField({ visible: false });
  const change = { commandId: aCommandId(), ticketId, changes: { fields: { [key]: "secret" } } };
  await updateTicket.execute(mia, updateTicket.schema.parse(change));
  const id = await aResponse({ body: `It is {{field.${key}}}.` });
  const note = await previewResponse(mia, { ticketId, id, kind: "note" });
  expect(note.text).toBe("It is secret.");
  const reply = await previewResponse(mia, { ticketId, id, kind: "reply" });
  expect(reply).toMatchObject({ text: `It is {{field.${key}}}.`, unknown: [`field.${key}`] });
});

test("agents keep their own, and what everybody uses is for admins", async () => {
  const body = { name: "Hello", body: "Hello.", shortcut: "hi" };
  const creates = (actor: Actor, scope: Record<string, unknown>) =>
    createResponse.execute(
      actor,
      createResponse.schema.parse({ commandId: aCommandId(), ...body, scope }),
    );
  expect(await creates(mia, { kind: "everyone" }).catch(refusal)).toMatchObject({
    code: "forbidden",
  });
  const { id } = await creates(mia, { kind: "personal" });
  expect(await creates(mia, { kind: "personal" }).catch(refusal)).toMatchObject({
    code: "name_taken",
  });
  const found = async (actor: Actor) =>
    (await searchResponses(actor, { words: "hi" })).responses.map((one) => one.id);
  expect(await found(mia)).toContain(id);
  expect(await found(ada)).not.toContain(id);
});

test("what is saved as a macro can be applied: a new tag becomes known, a gone field is refused", async () => {
  const creates = (actions: Record<string, unknown>) =>
    createMacro.execute(
      ada,
      createMacro.schema.parse({
        commandId: aCommandId(),
        name: "New",
        actions,
        scope: { kind: "everyone" },
      }),
    );
  const { id } = await creates({ addTags: ["never-seen"] });
  const { ticketId } = await asks();
  await applies(ticketId, id);
  const thrown = await creates({ fields: { nowhere: "x" } }).catch(refusal);
  expect(thrown).toMatchObject({ code: "macro_outdated", missing: ["field: nowhere"] });
});
