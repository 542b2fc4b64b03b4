import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { setClock } from "@/platform/clock";
import { db, observeStatements, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { saveCalendar } from "./commands/calendars";
import { noteZoneData } from "./commands/note-zone-data";
import { orderPolicies, retirePolicy, savePolicy } from "./commands/policies";
import { recomputeBatch } from "./commands/recompute-batch";
import { previewPolicy } from "./queries/preview";
import { latestRecompute, openRecomputes } from "./queries/recomputes";
import { calendarViews, policyViews } from "./queries/settings";
import { at } from "./rules/sample-calendars";

let services: TestServices;
let ada: Actor;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterEach(() => setClock(null));
afterAll(() => services.close());

const defaultCalendar = "019abcde-0000-7000-8000-000000000001";
const monday = (time: string) => new Date(at(`2026-03-02T${time}:00Z`));

const aDraft = (given: { filter?: string; firstResponse?: object; calendarId?: string } = {}) => ({
  filter: given.filter ?? "",
  calendarId: given.calendarId ?? defaultCalendar,
  promised: {
    targets: {
      firstResponse: given.firstResponse ?? { medium: 60 },
      nextResponse: {},
      resolution: {},
    },
    pauseOn: { firstResponse: [], nextResponse: [], resolution: [] },
    riskShare: 0.25,
  },
});

const saves = (draft: object, policyId: string | null = null, more: object = {}) =>
  savePolicy.execute(
    ada,
    savePolicy.schema.parse({
      commandId: aCommandId(),
      name: `Promise ${aCommandId()}`,
      policyId,
      ...draft,
      ...more,
    }),
  );
const hours = (definition: object, name = `Hours ${aCommandId()}`) =>
  saveCalendar.execute(
    ada,
    saveCalendar.schema.parse({ commandId: aCommandId(), calendarId: null, name, definition }),
  );

const refusal = async (saving: Promise<unknown>) => {
  const thrown: unknown = await saving.then(
    () => null,
    (error: unknown) => error,
  );
  return isAppError(thrown) ? { code: thrown.code, says: thrown.detail.says } : thrown;
};

async function runToTheEnd(): Promise<void> {
  for (const run of await openRecomputes())
    for (;;) {
      const about = { commandId: aCommandId(), runId: run.id };
      if ((await recomputeBatch.execute(systemActor, about)).done) break;
    }
}

const asks = async (time: string) => {
  setClock(monday(time));
  const asked = { commandId: aCommandId(), subject: "The vent", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const answers = (ticketId: string, time: string) => {
  setClock(monday(time));
  const said = { commandId: aCommandId(), ticketId, body: "Try the handle." };
  return reply.execute(mia, reply.schema.parse(said));
};

test.each([
  ["status:open status:closed", "policy_never_matches", "status"],
  ["number:>5 number:<3", "policy_never_matches", "number"],
  ["sla:breached", "policy_unsteady", "follows from the policy"],
  ["assignee:me", "policy_unsteady", "another person"],
  ["created:<3d", "policy_unsteady", "Write a date"],
  ["vent", "policy_unsteady", "subject:"],
  ["colour:red", "filter_not_understood", "colour"],
])("conditions such as %s are refused with the reason", async (filter, code, says) => {
  const refused = await refusal(saves(aDraft({ filter })));
  expect(refused).toMatchObject({ code });
  expect(JSON.stringify(refused)).toContain(says);
});

test("a policy that promises nothing is refused, and so is a calendar without an open hour", async () => {
  expect(await refusal(saves(aDraft({ firstResponse: {} })))).toMatchObject({
    code: "invalid_input",
  });
  const shut = [
    { timeZone: "UTC", weekly: {} },
    { timeZone: "UTC", weekly: {}, exceptions: { "2020-02-03": [["09:00", "12:00"]] } },
  ];
  for (const definition of shut)
    expect(await refusal(hours(definition))).toMatchObject({ code: "calendar_never_open" });
});

test("a calendar that is wrong is refused with the place", async () => {
  const given = {
    calendarId: null,
    name: "Odd",
    definition: { timeZone: "UTC", weekly: { mon: [["17:00", "09:00"]] } },
  };
  const thrown: unknown = await callAs("sla.saveCalendar", ada, given).catch((e: unknown) => e);
  expect(JSON.stringify(thrown)).toMatch(/mon/);
});

test("what somebody else changed meanwhile is not overwritten", async () => {
  const { policyId } = await saves(aDraft());
  await saves(aDraft({ firstResponse: { low: 9 } }), policyId, { seenVersion: 1 });
  const late = saves(aDraft({ firstResponse: { low: 7 } }), policyId, { seenVersion: 1 });
  expect(await refusal(late)).toMatchObject({ code: "settings_changed" });
  await retirePolicy.execute(ada, { commandId: aCommandId(), policyId });
});

test("a calendar that policies count in stays, and says which", async () => {
  const { calendarId } = await hours({ timeZone: "UTC", weekly: { fri: [["09:00", "10:00"]] } });
  const { policyId } = await saves(aDraft({ calendarId }), null, { name: "Only Fridays" });
  const removes = () => callAs("sla.retireCalendar", ada, { calendarId }).catch((e: unknown) => e);
  expect(String(await removes())).toContain("calendar_in_use");
  await retirePolicy.execute(ada, { commandId: aCommandId(), policyId });
  expect(await removes()).toEqual({ calendarId });
  expect((await calendarViews()).map(({ id }) => id)).not.toContain(calendarId);
});

test("editing a policy reads open clocks again, says how many moved, and breaks nothing by itself", async () => {
  const { ticketId } = await asks("09:00");
  await runToTheEnd();
  const dueAt = async () =>
    (
      await db.write.rows<{ next_due_at: Date }>(
        sql`select next_due_at from tickets where id = ${ticketId}`,
      )
    )[0]?.next_due_at.toISOString();
  setClock(monday("11:00"));
  const { policyId, recomputeId } = await saves(aDraft({ firstResponse: { medium: 30 } }));
  await orderPolicies.execute(ada, { commandId: aCommandId(), policyIds: [policyId] });
  await runToTheEnd();
  const latest = await latestRecompute();
  expect(latest?.id).not.toBe(recomputeId);
  expect(latest).toMatchObject({ reason: "policies", movedCount: latest?.checkedCount });
  expect(latest?.endedAt).not.toBeNull();
  expect(await dueAt()).toBe(monday("09:30").toISOString());
  const told = await db.write.rows(sql`
    select id from outbox where ticket_id = ${ticketId} and name = 'sla.breached'`);
  expect(told).toEqual([]);
  await retirePolicy.execute(ada, { commandId: aCommandId(), policyId });
  await runToTheEnd();
  expect(await dueAt()).toBe(monday("17:00").toISOString());
});

test("a newer time zone database reads open clocks again, an older one does not", async () => {
  const notes = (version: string) =>
    noteZoneData.execute(systemActor, { commandId: aCommandId(), version });
  await notes("2025b");
  expect(await notes("2025b")).toEqual({ newer: false });
  expect(await notes("2026a")).toEqual({ newer: true });
  expect(await notes("2025b")).toEqual({ newer: false });
  await runToTheEnd();
  expect(await latestRecompute()).toMatchObject({ reason: "zone_data" });
});

test("a preview says what would have become of the last 30 days, and changes nothing", async () => {
  const quick = await asks("09:00");
  await answers(quick.ticketId, "09:10");
  const slow = await asks("10:00");
  await answers(slow.ticketId, "15:00");
  setClock(monday("16:00"));
  const before = await policyViews();
  const preview = await previewPolicy(
    aDraft({ firstResponse: { medium: 20 } }),
    before[0]?.id ?? null,
  );
  expect(preview.before.byMetric.firstResponse).toEqual({ met: 2, decided: 2 });
  // The ticket of the test above has waited since nine and would be late by this promise.
  expect(preview.after.byMetric.firstResponse).toEqual({ met: 1, decided: 3 });
  expect(preview.after.share).toBeCloseTo(1 / 3);
  expect(preview).toMatchObject({ tickets: 3, fitting: 3, isCut: false });
  expect(await policyViews()).toEqual(before);
});

test("a policy below one that takes every ticket is said to be never asked", async () => {
  const { policyId } = await saves(aDraft({ filter: "priority:high", firstResponse: { high: 5 } }));
  const found = (await policyViews()).find(({ id }) => id === policyId);
  expect(found?.trouble).toContain("Everybody");
  expect(found?.sentence).toMatch(/high/i);
  await retirePolicy.execute(ada, { commandId: aCommandId(), policyId });
});

test("a clock is explained by the policy and hours that it was read by, in a fixed number of statements", async () => {
  const { ticketId, number } = await asks("09:00");
  setClock(monday("09:10"));
  const pending = { commandId: aCommandId(), ticketId, changes: { status: "pending" } };
  await updateTicket.execute(mia, updateTicket.schema.parse(pending));
  await runToTheEnd();
  await noteZoneData.execute(systemActor, { commandId: aCommandId(), version: "2027a" });
  await runToTheEnd();
  setClock(monday("09:40"));
  const { statements, result } = await observeStatements(() =>
    callAs("sla.explain", mia, { number }),
  );
  expect(statements.length).toBeLessThanOrEqual(5);
  expect(result).toMatchObject({
    policy: { name: "Everybody", isForAll: true },
    calendar: { name: "Working hours", zone: "UTC" },
    clocks: [
      { metric: "firstResponse", state: "paused", sumsMs: { open: 600_000, paused: 1_800_000 } },
      { metric: "nextResponse" },
      { metric: "resolution" },
    ],
  });
});
