import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeRole, suspendUser } from "@/modules/identity";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { addJob, ask, closeQueues, consume } from "@/platform/queues";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMacro } from "@/testing/house";
import { cancelBulk, startBulk, undoBulk } from "./commands/run";
import { bulkBatch, workOn } from "./commands/work";
import { runBulk } from "./jobs";
import { bulkProcessors } from "./processors";
import { failuresOf, leftActions, recentActions, unfinishedActions } from "./queries/actions";
import type { AskedDeed } from "./schema";

let services: TestServices;
let worker: Worker;
let ada: Actor;
let anna: Actor;
let leo: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
  leo = await aPerson({ role: "agent", name: "Leo" });
  anna = await aPerson({ name: "Anna" });
  worker = consume("bulk", bulkProcessors);
});
afterAll(async () => {
  await worker.close();
  await closeQueues();
  await services.close();
});

const many = limits.bulkBatchRows * 2 + 20;
let sets = 0;
async function tickets(count = many): Promise<string> {
  sets += 1;
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, status, channel, tags, first_message_at,
      last_message_at, created_at, updated_at)
    select gen_random_uuid(), 'The vent', ${anna.id}, 'open', 'web', ${[`left${sets}`]}::text[],
      now(), now(), now(), now() from generate_series(1, ${count}::int)`);
  return `tag:left${sets}`;
}
const high = { kind: "priority", priority: "high" } as const;
const start = async (by: Actor, filter: string, deed: AskedDeed = high) =>
  (await startBulk.execute(by, { commandId: aCommandId(), deed, filter })).actionId;
const actionOf = async (by: Actor, id: string) =>
  (await recentActions(by)).actions.find((one) => one.id === id);
/** The job runs in a worker, as its event asks for it. */
async function worked(by: Actor, actionId: string) {
  await addJob(ask(runBulk, { actionId }));
  await expect.poll(async () => (await actionOf(by, actionId))?.isRunning).toBe(false);
  return actionOf(by, actionId);
}
type Counted = { high: number; logged: number };
const countedIn = async (actionId: string) => {
  const [row] = await db.write.rows<Counted>(sql`
    select count(*) filter (where priority = 3)::int as high, (select count(*)::int
      from activity_logs where ticket_id in (select ticket_id from bulk_action_tickets
        where action_id = ${actionId})) as logged
    from tickets where id in (select ticket_id from bulk_action_tickets where action_id = ${actionId})`);
  return row;
};

test("who is suspended half-way: a worker stops, what is left says why, and an admin takes back what is done", async () => {
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const actionId = await start(mia, await tickets());
  await bulkBatch.execute(mia, { commandId: aCommandId(), actionId });
  await suspendUser.execute(ada, { commandId: aCommandId(), userId: mia.id });
  // The job may be lost with its worker: it is asked for again all the same.
  const waiting = await unfinishedActions(new Date(nowMs() + 1_000));
  expect(waiting.map(({ id }) => id)).toContain(actionId);
  const done = limits.bulkBatchRows;
  expect(await worked(mia, actionId)).toMatchObject({ done, failed: many - done });
  // Whole on each ticket that was reached, and nothing on the others.
  expect(await countedIn(actionId)).toEqual({ high: done, logged: done });
  const { failures } = await failuresOf(ada, actionId);
  expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(["asker_shut_out"]));

  expect((await leftActions(mia.id)).actions).toMatchObject([{ id: actionId, mayUndo: true }]);
  const undone = await undoBulk.execute(ada, { commandId: aCommandId(), actionId });
  expect(await worked(ada, undone.actionId)).toMatchObject({ done, failed: 0 });
  expect(await countedIn(actionId)).toMatchObject({ high: 0 });
});

test("who is an agent no more changes nothing more by a macro either", async () => {
  const max = await aPerson({ role: "agent", name: "Max" });
  const macroId = await aMacro({
    actions: { priority: "high" },
    message: { kind: "reply", body: "We look into it." },
  });
  const filter = await tickets(3);
  const actionId = await start(max, filter, { kind: "macro", macroId });
  const [deed] = (await recentActions(max)).actions.map((one) => one.deed);
  if (deed === undefined) throw new Error("There is no action.");
  await workOn(max, { actionId, deed });
  await changeRole.execute(ada, { commandId: aCommandId(), userId: max.id, role: "customer" });
  expect(await worked(max, actionId)).toMatchObject({ done: 1, failed: 2 });
  expect(await countedIn(actionId)).toMatchObject({ high: 1 });
  const [told] = await db.write.rows<{ replies: number }>(sql`
    select count(*)::int as replies from ticket_messages where kind = 'reply' and ticket_id in (
      select ticket_id from bulk_action_tickets where action_id = ${actionId})`);
  expect(told?.replies).toBe(1);
});

test("what colleagues do who work here is theirs: an admin and another agent reach nothing of it", async () => {
  const kim = await aPerson({ role: "agent", name: "Kim" });
  const actionId = await start(kim, await tickets(2));
  const asked = { commandId: aCommandId(), actionId };
  const unknown = { code: "bulk_not_found" };
  expect(await leftActions(kim.id)).toEqual({ actions: [] });
  for (const stranger of [ada, leo]) {
    await expect(undoBulk.execute(stranger, asked)).rejects.toMatchObject(unknown);
    await expect(cancelBulk.execute(stranger, asked)).rejects.toMatchObject(unknown);
    await expect(failuresOf(stranger, actionId)).rejects.toMatchObject(unknown);
  }
  await suspendUser.execute(ada, { commandId: aCommandId(), userId: kim.id });
  await expect(cancelBulk.execute(leo, asked)).rejects.toMatchObject(unknown);
  expect(await cancelBulk.execute(ada, { ...asked, commandId: aCommandId() })).toMatchObject({
    cancelled: true,
  });
});

test("an undo by an admin leaves what others changed since", async () => {
  const ida = await aPerson({ role: "agent", name: "Ida" });
  const filter = await tickets(2);
  const actionId = await start(ida, filter);
  await worked(ida, actionId);
  const [one] = await db.write.rows<{ ticket_id: string }>(sql`
    select ticket_id from bulk_action_tickets where action_id = ${actionId} limit 1`);
  const changes = {
    commandId: aCommandId(),
    ticketId: one?.ticket_id,
    changes: { priority: "low" },
  };
  await updateTicket.execute(leo, updateTicket.schema.parse(changes));
  await suspendUser.execute(ada, { commandId: aCommandId(), userId: ida.id });
  const undone = await undoBulk.execute(ada, { commandId: aCommandId(), actionId });
  // A page at most is done at once.
  expect(await actionOf(ada, undone.actionId)).toMatchObject({ done: 1, failed: 1 });
});
