import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import { archiveTeam, changeMembers } from "@/modules/identity";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { rooms } from "@/platform/realtime";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges, screenOf } from "@/testing/expect-converges";
import { maySeeView, visibleViews } from "./access";
import { pinView } from "./commands/pin-view";
import { changeView, createView, removeView } from "./commands/save-view";
import { applyToViews } from "./live";
import { countOf, viewCounts } from "./queries/counts";
import { viewList } from "./queries/visible";

let services: TestServices;
let mia: Actor;
let leo: Actor;
let ada: Actor;
let garden: string;

beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
  leo = await aPerson({ role: "agent", name: "Leo" });
  ada = await aPerson({ role: "admin", name: "Ada" });
  garden = await aTeam("Garden", [mia, leo]);
});
afterAll(() => services.close());

async function aTeam(name: string, people: readonly Actor[]): Promise<string> {
  const id = aCommandId();
  await db.write.rows(sql`insert into teams (id, name) values (${id}, ${name})`);
  for (const { id: userId } of people)
    await db.write.rows(sql`insert into team_members (team_id, user_id) values (${id}, ${userId})`);
  return id;
}

type Given = Partial<{
  name: string;
  filter: string;
  audience: "personal" | "team" | "everyone";
  teamId: string | null;
}>;
const wanted = (given: Given = {}) =>
  ({
    name: "Vents",
    filter: "status:open tag:vent",
    sort: "updated",
    audience: "personal",
    teamId: null,
    ...given,
  }) as const;
const create = (actor: Actor, given: Given = {}) =>
  createView.execute(actor, { commandId: aCommandId(), ...wanted(given) });
const seenBy = async (actor: Actor, viewId: string) =>
  (await viewList(actor)).views.find(({ id }) => id === viewId);

test("a personal view is one's own, a team's its members', an admin's may be everybody's", async () => {
  const own = await create(mia);
  expect(await seenBy(mia, own.viewId)).toMatchObject({ name: "Vents", mayEdit: true });
  expect(await seenBy(leo, own.viewId)).toBeUndefined();
  const team = await create(mia, { audience: "team", teamId: garden });
  expect(await seenBy(leo, team.viewId)).toMatchObject({
    sharedWith: "Garden, by Mia",
    mayEdit: false,
  });
  expect(await seenBy(ada, team.viewId)).toBeUndefined();
  const all = await create(ada, { audience: "everyone" });
  expect(await seenBy(leo, all.viewId)).toMatchObject({ sharedWith: "Everyone, by Ada" });
  await expect(create(mia, { audience: "everyone" })).rejects.toMatchObject({ code: "forbidden" });
  const other = await aTeam("Cafés", [leo]);
  await expect(create(mia, { audience: "team", teamId: other })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("who may see a view is the same, asked as a question and as a filter", async () => {
  const teams = [garden, await aTeam("Schools", [leo])];
  const ids: string[] = [];
  for (const given of [
    {},
    { audience: "team" as const, teamId: teams[0] ?? null },
    { audience: "team" as const, teamId: teams[1] ?? null },
    { audience: "everyone" as const },
  ])
    ids.push((await create(ada, given)).viewId);
  for (const actor of [mia, leo, ada, await aPerson()]) {
    const mine = await db.write.rows<{ team_id: string }>(sql`
      select team_id from team_members where user_id = ${actor.id}`);
    const rows = await db.write.rows<{
      id: string;
      owner_id: string;
      audience: "personal" | "team" | "everyone";
      team_id: string | null;
      visible: boolean;
    }>(sql`
      select id, owner_id, audience, team_id, coalesce(${visibleViews(actor)}, false) as visible
      from views where id = any(${ids}::uuid[])`);
    for (const row of rows) {
      const facts = { ownerId: row.owner_id, audience: row.audience, teamId: row.team_id };
      const teamIds = mine.map((each) => each.team_id);
      expect(maySeeView(actor, facts, teamIds)).toBe(row.visible);
    }
  }
});

test("a filter that cannot be read is refused with the place and a guess", async () => {
  await expect(create(mia, { filter: "status:open assigne:me" })).rejects.toMatchObject({
    code: "filter_not_understood",
    detail: { start: 12, suggestion: expect.stringContaining("assignee") },
  });
});

test("a view that reaches into closed tickets says why it has no number, and counts when asked", async () => {
  const closed = await create(mia, { filter: "status:closed" });
  expect(closed.note).toBe("Not counted: it reaches into closed tickets");
  const told = await viewCounts(mia, (await viewList(mia)).views);
  expect(told.counts[closed.viewId]).toBeNull();
  expect(told.uncounted[closed.viewId]).toBe("closed");
  const anna = await aPerson({ name: "Anna" });
  const asked = { commandId: aCommandId(), subject: "The vent", body: "It jams." };
  const { ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  for (const status of ["resolved", "closed"])
    await updateTicket.execute(
      mia,
      updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes: { status } }),
    );
  expect(await countOf(mia, "status:closed")).toEqual({ count: 1, capped: false });
});

test("the views of a team that is deleted go to their owners and say so", async () => {
  const teamId = await aTeam("Balconies", [mia, leo]);
  const { viewId } = await create(mia, { audience: "team", teamId });
  expect(await seenBy(leo, viewId)).toBeDefined();
  await db.write.rows(sql`delete from teams where id = ${teamId}`);
  expect(await seenBy(leo, viewId)).toBeUndefined();
  expect(await seenBy(mia, viewId)).toMatchObject({
    audience: "personal",
    note: "The team Balconies is gone, so only you see this view.",
  });
  const view = await seenBy(mia, viewId);
  await changeView.execute(mia, {
    commandId: aCommandId(),
    viewId,
    version: view?.version ?? 0,
    ...wanted({ name: "Mine again" }),
  });
  expect(await seenBy(mia, viewId)).toMatchObject({ name: "Mine again", note: null });
});

test("a team that is put away takes its views from who has them open, and leaves them to their owners", async () => {
  const teamId = await aTeam("Roofs", [mia, leo]);
  const { viewId } = await create(mia, { audience: "team", teamId });
  const screen = (actor: Actor) =>
    screenOf({
      name: `the views of ${actor.name}`,
      rooms: [rooms.queue(), rooms.person(actor.id)],
      fetch: () => viewList(actor),
      apply: applyToViews,
      shown: ({ views }) => views,
    });
  await expectConverges({
    screens: [screen(mia), screen(leo)],
    steps: [
      () =>
        changeMembers.execute(
          ada,
          changeMembers.schema.parse({ commandId: aCommandId(), teamId, add: [ada.id] }),
        ),
      () => archiveTeam.execute(ada, { commandId: aCommandId(), teamId }),
    ],
    chances: [2, 5],
  });
  expect(await seenBy(leo, viewId)).toBeUndefined();
  expect(await seenBy(mia, viewId)).toMatchObject({
    audience: "personal",
    note: "The team Roofs is gone, so only you see this view.",
  });
});

test("who changes what another has changed meanwhile is told; strangers find nothing to change", async () => {
  const { viewId, version } = await create(mia);
  const change = (actor: Actor) =>
    changeView.execute(actor, { commandId: aCommandId(), viewId, version, ...wanted() });
  await expect(change(leo)).rejects.toMatchObject({ code: "view_not_found" });
  await change(mia);
  await expect(change(mia)).rejects.toMatchObject({ code: "view_changed" });
});

test("keys are each person's own, and a deleted view leaves its key empty", async () => {
  const max = await aPerson({ role: "agent", name: "Max" });
  const { viewId } = await create(ada, { audience: "everyone" });
  await pinView.execute(max, { commandId: aCommandId(), viewId, place: 1 });
  const [first] = (await viewList(max)).views;
  expect(first).toMatchObject({ id: viewId, pin: 1 });
  expect((await viewList(mia)).views[0]).toMatchObject({ id: "mine", pin: 1 });
  await removeView.execute(ada, { commandId: aCommandId(), viewId });
  expect((await viewList(max)).views.some(({ pin }) => pin === 1)).toBe(false);
});

test("twenty views are counted in one statement, and what is beyond says so", async () => {
  const max = await aPerson({ role: "agent", name: "Max" });
  for (let more = 0; more < limits.viewsCountedMax; more++)
    await create(max, { filter: `status:open tag:a${more}` });
  const { views } = await viewList(max);
  const { result: told, statements } = await observeStatements(() => viewCounts(max, views));
  expect(statements).toHaveLength(1);
  const counted = Object.values(told.counts).filter((count) => count !== null);
  expect(counted).toHaveLength(limits.viewsCountedMax);
  expect(Object.values(told.uncounted)).toContain("many");
});

test("whoever changes whichever view, every list of views becomes right by itself", async () => {
  const screen = (actor: Actor) =>
    screenOf({
      name: `the views of ${actor.name}`,
      rooms: [rooms.queue(), rooms.person(actor.id)],
      fetch: () => viewList(actor),
      apply: applyToViews,
      shown: ({ views }) => views,
    });
  let made = { viewId: "", version: 1 };
  const change = (given: Given) => async () => {
    made = await changeView.execute(mia, { commandId: aCommandId(), ...made, ...wanted(given) });
  };
  const deliveries = await expectConverges({
    screens: [screen(mia), screen(leo), screen(ada)],
    steps: [
      async () => {
        made = await create(mia);
      },
      change({ name: "Vents of the garden", audience: "team", teamId: garden }),
      () => pinView.execute(leo, { commandId: aCommandId(), viewId: made.viewId, place: 2 }),
      change({}),
      () => removeView.execute(mia, { commandId: aCommandId(), viewId: made.viewId }),
    ],
    chances: [3, 7, 1, 12, 5],
  });
  for (const { event } of deliveries) expect(event.payload).toEqual({});
});
