import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMacro, aTag } from "@/testing/house";
import { changeSome, startBulk, undoBulk } from "./commands/run";
import { workOn } from "./commands/work";
import { failuresOf, recentActions, runningAction } from "./queries/actions";
import type { AskedDeed } from "./schema";

let services: TestServices;
let anna: Actor;
let ben: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna Kowalska", organizationId: await anOrganization() });
  ben = await aPerson({ name: "Ben" });
  mia = await aPerson({ role: "agent", name: "Mia Solberg" });
});
afterAll(() => services.close());

const asks = async (who = anna) => {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  return (await createTicket.execute(who, createTicket.schema.parse(given))).ticketId;
};
type State = {
  status: string;
  tags: string[];
  snoozed_until: Date | null;
  merged_into: number | null;
  replies: number;
};
const stateOf = async (id: string) => {
  const [row] = await db.write.rows<State>(sql`
    select status, tags, snoozed_until, merged_into, (select count(*)::int from ticket_messages
      where ticket_id = tickets.id and kind = 'reply') as replies
    from tickets where id = ${id}`);
  return row;
};
async function does(deed: AskedDeed, ids: readonly string[]) {
  const shown = await db.write.rows<{ id: string; updated_at: Date }>(sql`
    select id, updated_at from tickets where id = any(${[...ids]}::uuid[])`);
  const { actionId } = await changeSome.execute(mia, {
    commandId: aCommandId(),
    deed,
    tickets: shown.map((row) => ({ ticketId: row.id, updatedAt: row.updated_at.toISOString() })),
  });
  await work(actionId);
  return actionId;
}
/** What the job does, until there is nothing left. */
async function work(actionId: string): Promise<void> {
  const action = await runningAction(actionId);
  if (action === null) return;
  while (!(await workOn(mia, { actionId, deed: action.deed })).finished);
}
const undo = async (actionId: string) => {
  const undone = await undoBulk.execute(mia, { commandId: aCommandId(), actionId });
  await work(undone.actionId);
  return undone.actionId;
};
const action = async (id: string) =>
  (await recentActions(mia)).actions.find((one) => one.id === id);

test("a macro is applied to each as a whole or not at all, and an undo brings the fields back but not what was sent", async () => {
  const tag = await aTag();
  const [first, second] = [await asks(), await asks(ben)];
  const macroId = await aMacro({
    name: "Refund",
    actions: { status: "pending", addTags: [tag] },
    message: { kind: "reply", body: "{{organization.name}} has its money back." },
  });
  const actionId = await does({ kind: "macro", macroId }, [first, second]);
  expect(await action(actionId)).toMatchObject({
    ...{ done: 1, failed: 1, isRunning: false, mayUndo: true },
    deed: { kind: "macro", name: "Refund" },
  });
  expect(await stateOf(first)).toMatchObject({ status: "pending", tags: [tag], replies: 2 });
  // Ben belongs to no organization: nothing of it was done to his.
  expect(await stateOf(second)).toMatchObject({ status: "open", tags: [], replies: 1 });
  const { failures } = await failuresOf(mia, actionId);
  expect(failures.map(({ code }) => code)).toEqual(["variables_empty"]);
  await undo(actionId);
  expect(await stateOf(first)).toMatchObject({ status: "open", tags: [], replies: 2 });
});

test("a macro that only writes to people is not offered to be taken back", async () => {
  const ticket = await asks();
  const macroId = await aMacro({
    actions: {},
    message: { kind: "reply", body: "We look into it." },
  });
  const actionId = await does({ kind: "macro", macroId }, [ticket]);
  expect(await action(actionId)).toMatchObject({ done: 1, mayUndo: false });
  await expect(undo(actionId)).rejects.toMatchObject({ code: "bulk_not_undoable" });
});

test("several become one; a stranger's stays with the reason; an undo gives all back", async () => {
  const [target, own, foreign] = [await asks(), await asks(), await asks(ben)];
  const actionId = await does({ kind: "merge", targetId: target, tell: false }, [
    ...[target, own, foreign],
  ]);
  expect(await action(actionId)).toMatchObject({ total: 2, done: 1, failed: 1 });
  expect(await stateOf(own)).toMatchObject({ status: "closed", replies: 0 });
  expect(await stateOf(target)).toMatchObject({ replies: 2 });
  expect(await stateOf(foreign)).toMatchObject({ status: "open", merged_into: null });
  await undo(actionId);
  expect(await stateOf(own)).toMatchObject({ status: "open", merged_into: null, replies: 1 });
  expect(await stateOf(target)).toMatchObject({ replies: 1 });
});

test("more than can be one are not merged at all", async () => {
  const tag = await aTag();
  const target = await asks();
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, status, channel, tags, first_message_at,
      last_message_at, created_at, updated_at)
    select gen_random_uuid(), 'The vent', ${anna.id}, 'open', 'web', ${[tag]}::text[], now(),
      now(), now(), now() from generate_series(1, 21)`);
  const deed = { kind: "merge", targetId: target, tell: false } as const;
  await expect(
    startBulk.execute(mia, { commandId: aCommandId(), deed, filter: `tag:${tag}` }),
  ).rejects.toMatchObject({ code: "bulk_too_many" });
});

test("what is put aside together comes back together, but for what is over", async () => {
  const [first, second, over] = [await asks(), await asks(), await asks()];
  await db.write.rows(sql`update tickets set status = 'resolved' where id = ${over}`);
  const until = new Date(nowMs() + 3_600_000).toISOString();
  const actionId = await does({ kind: "snooze", until }, [first, second, over]);
  expect(await action(actionId)).toMatchObject({ done: 2, failed: 1 });
  expect((await stateOf(first))?.snoozed_until?.toISOString()).toBe(until);
  const again = await does({ kind: "snooze", until: "reply" }, [first]);
  await undo(again);
  expect((await stateOf(first))?.snoozed_until?.toISOString()).toBe(until);
  await undo(actionId);
  expect((await stateOf(second))?.snoozed_until).toBeNull();
});

test("a time that is over puts nothing aside", async () => {
  const ticket = await asks();
  const actionId = await does({ kind: "snooze", until: new Date(0).toISOString() }, [ticket]);
  expect(await action(actionId)).toMatchObject({ done: 0, failed: 1 });
});
