import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { moveTag } from "@/modules/fields";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, observeStatements, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { rooms } from "@/platform/realtime";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges, screenOf } from "@/testing/expect-converges";
import { aTag } from "@/testing/house";
import { cancelBulk, changeSome, startBulk, undoBulk } from "./commands/run";
import { bulkBatch } from "./commands/work";
import { applyToActions } from "./live";
import { failuresOf, recentActions, unfinishedActions } from "./queries/actions";

let services: TestServices;
let mia: Actor;
let leo: Actor;
let anna: Actor;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  leo = await aPerson({ role: "agent", name: "Leo" });
  anna = await aPerson({ name: "Anna" });
});
afterEach(() => setClock(null));
afterAll(() => services.close());

let sets = 0;
/** So many tickets under a tag of their own, with the filter that finds them. */
async function tickets(count: number, status = "open") {
  sets += 1;
  const tag = `set${sets}`;
  const rows = await db.write.rows<{ id: string }>(sql`
    insert into tickets (id, subject, requester_id, status, channel, tags, first_message_at,
      last_message_at, created_at, updated_at)
    select gen_random_uuid(), 'The vent', ${anna.id}, ${status}, 'web', ${[tag]}::text[], now(),
      now(), now(), now() from generate_series(1, ${count}::int) returning id`);
  return { filter: `tag:${tag}`, ids: rows.map(({ id }) => id).sort() };
}

const high = { kind: "priority", priority: "high" } as const;
const start = (filter: string, deed: Parameters<typeof startBulk.execute>[1]["deed"] = high) =>
  startBulk.execute(mia, { commandId: aCommandId(), deed, filter });
const batch = (actionId: string) => bulkBatch.execute(mia, { commandId: newId(), actionId });
async function work(actionId: string): Promise<void> {
  while (!(await batch(actionId)).finished);
}
const undo = (actionId: string) => undoBulk.execute(mia, { commandId: aCommandId(), actionId });
const action = async (id: string) =>
  (await recentActions(mia)).actions.find((one) => one.id === id);
const update = (ticketId: string, changes: Record<string, unknown>) =>
  updateTicket.execute(
    leo,
    updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes }),
  );
const counted = async (
  ids: readonly string[],
  where: "priority = 3" | "assignee_id is not null",
) => {
  const [row] = await db.write.rows<{ count: number }>(sql`
    select count(*) filter (where case ${where} when 'priority = 3' then priority = 3
      else assignee_id is not null end)::int as count
    from tickets where id = any(${[...ids]}::uuid[])`);
  return row?.count;
};
const entriesOf = async (ids: readonly string[]) => {
  const rows = await db.write.rows<{ entries: number }>(sql`
    select count(*)::int as entries from activity_logs where ticket_id = any(${[...ids]}::uuid[])
    group by ticket_id`);
  return rows.map(({ entries }) => entries);
};

const many = limits.bulkBatchRows * 2 + 20;

test("a worker that is killed half-way leaves what it did; the next goes on, and nothing is done twice", async () => {
  const { filter, ids } = await tickets(many);
  const { actionId, total } = await start(filter);
  expect(total).toBe(many);
  await batch(actionId);
  expect(await action(actionId)).toMatchObject({ done: limits.bulkBatchRows, isRunning: true });
  const waiting = await unfinishedActions(new Date(nowMs() + 1_000));
  expect(waiting.map(({ id }) => id)).toContain(actionId);
  await work(actionId);
  await work(actionId);
  expect(await action(actionId)).toMatchObject({ done: many, failed: 0, isRunning: false });
  expect(await counted(ids, "priority = 3")).toBe(many);
  expect(await entriesOf(ids)).toEqual(ids.map(() => 1));
});

test("two workers at one action share it", async () => {
  const { filter, ids } = await tickets(many);
  const { actionId } = await start(filter);
  await Promise.all([work(actionId), work(actionId)]);
  expect(await action(actionId)).toMatchObject({ done: many, failed: 0 });
  expect(await entriesOf(ids)).toEqual(ids.map(() => 1));
});

test("what others changed after the start is theirs, what came later is not touched, and reasons are told", async () => {
  const { filter, ids } = await tickets(3);
  const [first = "", second = ""] = ids;
  await update(second, { status: "resolved" });
  await update(second, { status: "closed" });
  const { actionId } = await start(filter);
  await update(first, { priority: "urgent" });
  await work(actionId);
  expect(await action(actionId)).toMatchObject({ done: 1, failed: 2 });
  const { failures } = await failuresOf(mia, actionId);
  expect(failures.map(({ code }) => code).sort()).toEqual(["ticket_changed", "ticket_closed"]);
  await expect(failuresOf(leo, actionId)).rejects.toMatchObject({ code: "bulk_not_found" });
});

test("an undo brings back what was there, but for what somebody changed since, and once", async () => {
  const { filter, ids } = await tickets(many);
  const { actionId } = await start(filter, { kind: "assign", assigneeId: leo.id });
  await work(actionId);
  const [touched = ""] = ids;
  await update(touched, { priority: "urgent" });
  const undone = await undo(actionId);
  await work(undone.actionId);
  expect(await action(undone.actionId)).toMatchObject({ done: many - 1, failed: 1 });
  expect(await counted(ids, "assignee_id is not null")).toBe(1);
  await expect(undo(actionId)).rejects.toMatchObject({ code: "bulk_not_undoable" });
  await expect(undo(undone.actionId)).rejects.toMatchObject({ code: "bulk_not_undoable" });
});

test("promises that move on by themselves do not stand against an undo", async () => {
  const { filter, ids } = await tickets(2);
  const { actionId } = await start(filter);
  await work(actionId);
  await db.write.rows(sql`
    update tickets set version = version + 1 where id = any(${ids}::uuid[])`);
  const undone = await undo(actionId);
  expect(await action(undone.actionId)).toMatchObject({ done: 2, failed: 0, isRunning: false });
});

test("after a day an action stays", async () => {
  const { filter } = await tickets(1);
  const { actionId } = await start(filter);
  await work(actionId);
  setClock(new Date(nowMs() + limits.bulkUndoMs + 1_000));
  await expect(undo(actionId)).rejects.toMatchObject({ code: "bulk_not_undoable" });
});

test("a cancelled action stops, and what it had done can be taken back", async () => {
  const { filter, ids } = await tickets(many);
  const { actionId } = await start(filter);
  await batch(actionId);
  await cancelBulk.execute(mia, { commandId: aCommandId(), actionId });
  await work(actionId);
  expect(await action(actionId)).toMatchObject({ done: limits.bulkBatchRows, isCancelled: true });
  expect(await counted(ids, "priority = 3")).toBe(limits.bulkBatchRows);
  await work((await undo(actionId)).actionId);
  expect(await counted(ids, "priority = 3")).toBe(0);
});

test("up to a page is one command, with what became of each", async () => {
  const { ids } = await tickets(limits.ticketPageRows);
  const shown = await db.write.rows<{ id: string; updated_at: Date }>(sql`
    select id, updated_at from tickets where id = any(${ids}::uuid[])`);
  await update(ids[0] ?? "", { subject: "Another" });
  const { actionId } = await changeSome.execute(mia, {
    commandId: aCommandId(),
    deed: { kind: "tags", add: ["seen"], remove: [] },
    tickets: shown.map((row) => ({ ticketId: row.id, updatedAt: row.updated_at.toISOString() })),
  });
  expect(await action(actionId)).toMatchObject({ done: ids.length - 1, failed: 1, mayUndo: true });
});

test("whoever was to get the tickets and left meanwhile gets none, and the action ends", async () => {
  const { filter } = await tickets(2);
  const max = await aPerson({ role: "agent", name: "Max" });
  const { actionId } = await start(filter, { kind: "assign", assigneeId: max.id });
  await db.write.rows(sql`update users set suspended_at = now() where id = ${max.id}`);
  await work(actionId);
  expect(await action(actionId)).toMatchObject({ done: 0, failed: 2, isRunning: false });
});

test("tags are put on many tickets by the rules that hold for one", async () => {
  const { filter, ids } = await tickets(2);
  const full = Array.from({ length: limits.tagsPerTicketMax }, (_, each) => `full${each}`);
  await db.write.rows(sql`
    update tickets set tags = tags || ${full.slice(1)}::text[] where id = ${ids[0]}`);
  const [from, to] = [await aTag(), await aTag()];
  const moves = { commandId: aCommandId(), name: from, becomes: to };
  await moveTag.execute(ada, moves);
  const added = await start(filter, { kind: "tags", add: [from, "brandnew"], remove: [] });
  await work(added.actionId);
  // The one is full; the other has the tag under the name that it has by now.
  expect(await action(added.actionId)).toMatchObject({ done: 1, failed: 1 });
  expect(await failuresOf(mia, added.actionId)).toMatchObject({
    failures: [{ code: "limit_reached" }],
  });
  const [ticket] = await db.write.rows<{ tags: string[] }>(sql`
    select tags from tickets where id = ${ids[1]}`);
  expect(ticket?.tags.slice(1)).toEqual([to, "brandnew"]);
  expect(await db.write.rows(sql`select name from tags where name = 'brandnew'`)).toHaveLength(1);
  const leaving = await aTag();
  await moveTag.execute(ada, { commandId: aCommandId(), name: leaving, becomes: null });
  const refused = await start(filter, { kind: "tags", add: [leaving], remove: [] });
  await work(refused.actionId);
  expect(await action(refused.actionId)).toMatchObject({ done: 0, failed: 2, isRunning: false });
  expect((await failuresOf(mia, refused.actionId)).failures[0]?.code).toBe("tag_leaving");
});

test("a batch asks the database as often for fifty tickets as for one", async () => {
  const statementsFor = async (count: number) => {
    const { filter } = await tickets(count);
    const { actionId } = await start(filter);
    return (await observeStatements(() => batch(actionId))).statements.length;
  };
  expect(await statementsFor(limits.bulkBatchRows)).toBe(await statementsFor(1));
});

test("nothing that matches, and a filter that cannot be read, start nothing", async () => {
  await expect(start("tag:nowhere")).rejects.toMatchObject({ code: "bulk_empty" });
  await expect(start("tagg:x")).rejects.toMatchObject({ code: "filter_not_understood" });
});

test("the card of an action becomes right by itself, for who asked for it alone", async () => {
  const { filter } = await tickets(many);
  const screen = screenOf({
    name: "Mia's actions",
    rooms: [rooms.person(mia.id)],
    fetch: () => recentActions(mia),
    apply: applyToActions,
    shown: ({ actions }) => actions,
  });
  let actionId = "";
  const deliveries = await expectConverges({
    screens: [screen],
    steps: [
      async () => {
        actionId = (await start(filter)).actionId;
        await batch(actionId);
      },
      () => batch(actionId),
      () => cancelBulk.execute(mia, { commandId: aCommandId(), actionId }),
      async () => work((await undo(actionId)).actionId),
    ],
    chances: [4, 1, 9, 2, 6],
  });
  for (const { room, event } of deliveries)
    if (event.name.startsWith("bulk.")) expect(room).toBe(rooms.person(mia.id));
});
