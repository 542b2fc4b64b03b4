import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import { moveTag, removeField } from "@/modules/fields";
import { archiveTeam } from "@/modules/identity";
import { responseProcessors } from "@/modules/responses/processors";
import { slaProcessors } from "@/modules/sla/processors";
import { activityWords, ticketActivity, ticketHead, updateTicket } from "@/modules/tickets";
import { ticketProcessors } from "@/modules/tickets/processors";
import { viewList } from "@/modules/views";
import { viewProcessors } from "@/modules/views/processors";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aField, aMacro, aTag, aTeam } from "@/testing/house";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());

async function aTicket(changes: Record<string, unknown>) {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  const { ticketId, number } = await createTicket.execute(anna, createTicket.schema.parse(given));
  const change = { commandId: aCommandId(), ticketId, changes };
  await updateTicket.execute(mia, updateTicket.schema.parse(change));
  return { ticketId, number };
}

const context = { requestId: null, attempt: 1, signal: new AbortController().signal };

/** As the worker does it when the event has come. */
const sweeps = (about: Record<string, string>) =>
  ticketProcessors
    .find(({ name }) => name === "tickets.sweep")
    ?.run({ about, byId: ada.id, sinceMs: 1 }, context);

const wordsOf = async (number: number) => {
  const [last] = await ticketActivity(await ticketHead(mia, number));
  return last && activityWords(last);
};

test("a renamed tag is renamed on closed tickets too, and no ticket moves in the queue by it", async () => {
  const [from, to] = [await aTag(), await aTag()];
  const open = await aTicket({ tags: ["a", from, to] });
  const closed = await aTicket({ tags: [from], status: "resolved" });
  const close = {
    commandId: aCommandId(),
    ticketId: closed.ticketId,
    changes: { status: "closed" },
  };
  await updateTicket.execute(mia, updateTicket.schema.parse(close));
  const before = await ticketHead(mia, open.number);
  await moveTag.execute(ada, { commandId: aCommandId(), name: from, becomes: to });
  // Who puts the old name on a ticket meanwhile, puts the new one.
  const late = await aTicket({ addTags: [from] });
  expect(await sweeps({ kind: "tag", name: from })).toEqual({ outcome: "done" });
  const after = await ticketHead(mia, open.number);
  expect(after.row.tags).toEqual(["a", to]);
  expect(after.row.updatedAt).toBe(before.row.updatedAt);
  for (const { number } of [closed, late])
    expect((await ticketHead(mia, number)).row.tags).toEqual([to]);
  expect(await db.read.rows(sql`select name from tags where name = ${from}`)).toEqual([]);
  expect(await wordsOf(closed.number)).toContain(`because the tag “${from}” was renamed`);
});

test("a macro that adds a tag adds it under its new name", async () => {
  const [from, to] = [await aTag(), await aTag()];
  const id = await aMacro({ actions: { addTags: [from, "b"], removeTags: [to] } });
  const job = { name: from, becomes: to, byId: ada.id, sinceMs: 1 };
  for (let again = 0; again < 2; again++) await responseProcessors[0]?.run(job, context);
  const [macro] = await db.read.rows(sql`select actions from macros where id = ${id}`);
  expect(macro?.actions).toEqual({ addTags: [to, "b"], removeTags: [to] });
});

test("views and promises that ask for a tag ask for it under its new name", async () => {
  const [from, to] = [await aTag(), await aTag()];
  const kept = { name: "Late", sort: "updated", audience: "personal", teamId: null };
  const filter = `status:open tag:${from},other -assignee:me`;
  await callAs("views.create", mia, { commandId: aCommandId(), ...kept, filter });
  await callAs("sla.savePolicy", ada, {
    ...{ commandId: aCommandId(), name: `Promise ${from}`, policyId: null },
    filter: `tag:${from} priority:urgent`,
    calendarId: "019abcde-0000-7000-8000-000000000001",
    promised: {
      targets: { firstResponse: { urgent: 30 }, nextResponse: {}, resolution: {} },
      pauseOn: { firstResponse: [], nextResponse: [], resolution: [] },
      riskShare: 0.25,
    },
  });
  const uses = (name: string) => callAs("views.uses", ada, { kind: "tag", name });
  const used = { views: [{ name: "Late" }], policies: [{ name: `Promise ${from}` }] };
  expect(await uses(from)).toMatchObject(used);
  const job = { name: from, becomes: to, byId: ada.id, sinceMs: 1 };
  for (let again = 0; again < 2; again++)
    for (const one of [...viewProcessors, ...slaProcessors])
      if (one.name.endsWith(".follow_tag")) await one.run(job, context);
  expect(await uses(from)).toMatchObject({ views: [], policies: [] });
  expect(await uses(to)).toMatchObject(used);
  const { views } = await viewList(mia);
  expect(views.find(({ name }) => name === "Late")?.filter).toBe(
    `status:Open tag:${to},other -assignee:me`,
  );
  const versions = await db.read.rows(sql`
    select version from sla_policy_versions where name = ${`Promise ${from}`} order by version`);
  expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
});

test("a tag that is taken away cannot be put on a ticket any more", async () => {
  const name = await aTag();
  const { number } = await aTicket({ tags: [name] });
  await moveTag.execute(ada, { commandId: aCommandId(), name, becomes: null });
  const thrown = await aTicket({ addTags: [name] }).catch((error: unknown) => error);
  expect(isAppError(thrown) && thrown.code).toBe("tag_leaving");
  await sweeps({ kind: "tag", name });
  expect((await ticketHead(mia, number)).row.tags).toEqual([]);
});

test("a field that is taken away leaves no value behind, so that its key can be used again", async () => {
  const { id, key } = await aField();
  const { number } = await aTicket({ fields: { [key]: "FF-1" } });
  await removeField.execute(ada, { commandId: aCommandId(), id });
  await sweeps({ kind: "field", key });
  expect((await ticketHead(mia, number)).row.fields).toEqual({});
  await aField({ key, type: "number" });
});

test("what a team that is put away holds goes back to no team, and says so", async () => {
  const teamId = await aTeam("Sensors");
  const { number } = await aTicket({ teamId });
  await archiveTeam.execute(ada, { commandId: aCommandId(), teamId });
  const other = await aTicket({ priority: "high" });
  const given = { commandId: aCommandId(), ticketId: other.ticketId, changes: { teamId } };
  const thrown = await updateTicket
    .execute(mia, updateTicket.schema.parse(given))
    .catch((error: unknown) => error);
  expect(isAppError(thrown) && thrown.code).toBe("team_not_found");
  await sweeps({ kind: "team", teamId, name: "Sensors" });
  expect((await ticketHead(mia, number)).row.team).toBeNull();
  expect(await wordsOf(number)).toBe(
    "Ada took it from the team Sensors, because the team “Sensors” was put away",
  );
});
