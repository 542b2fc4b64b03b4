import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { setClock } from "@/platform/clock";
import { db, observeStatements, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aTeam } from "@/testing/house";
import { createView } from "./commands/save-view";
import { viewCounts } from "./queries/counts";
import { viewList } from "./queries/visible";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let max: Actor;
let garden: string;
let acme: string;

beforeAll(async () => {
  services = await testServices();
  acme = aCommandId();
  await db.write.rows(sql`insert into organizations (id, name) values (${acme}, 'Acme Cafés')`);
  anna = await aPerson({ name: "Anna Kowalska", organizationId: acme });
  mia = await aPerson({ role: "agent", name: "Mia Lund" });
  max = await aPerson({ role: "agent", name: "Mia Lundgren" });
  garden = await aTeam("Garden");
  await db.write.rows(sql`
    insert into team_members (team_id, user_id) values (${garden}, ${mia.id})`);
});
afterEach(() => setClock(null));
afterAll(() => services.close());

async function asks(changes: object, by: Actor = anna): Promise<number> {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  const { ticketId, number } = await createTicket.execute(by, createTicket.schema.parse(given));
  const change = { commandId: aCommandId(), ticketId, changes };
  if (Object.keys(changes).length > 0)
    await updateTicket.execute(mia, updateTicket.schema.parse(change));
  return number;
}

/** What the queue shows, asked through its own door. */
async function listed(filter: string, by: Actor = mia): Promise<number[]> {
  const page = await callAs("tickets.list", by, { filter, sort: "oldest" });
  return JSON.parse(JSON.stringify(page)).rows.map((row: { number: number }) => row.number);
}
const refusal = async (work: Promise<unknown>) => {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  const cause = thrown instanceof Error && isAppError(thrown.cause) ? thrown.cause : thrown;
  return isAppError(cause) ? { code: cause.code, ...cause.detail } : thrown;
};

test("a list finds people, teams and organizations by what they are called, as search does", async () => {
  const hers = await asks({ assigneeId: mia.id });
  const theirs = await asks({ assigneeId: max.id });
  const teams = await asks({ teamId: garden });
  expect(await listed("assignee:mia")).toEqual([hers, theirs]);
  // Who is called just so is meant, and not who is called so and longer.
  expect(await listed('assignee:"mia lund"')).toEqual([hers]);
  expect(await listed("-assignee:mia")).toEqual([teams]);
  expect(await listed("team:garden")).toEqual([teams]);
  expect(await listed('organization:"acme cafes"')).toEqual([hers, theirs, teams]);
  expect(await listed(`requester:${anna.email}`)).toEqual([hers, theirs, teams]);
  expect(await listed("team:mine")).toEqual([teams]);
  expect(await listed("team:mine", max)).toEqual([]);
});

test("a tag is the same tag, however it is written", async () => {
  const number = await asks({ tags: ["billing"] });
  expect(await listed("tag:Billing")).toEqual([number]);
});

test("a name that nobody has is refused at its place, with a guess, and is no empty list", async () => {
  expect(await refusal(listed("status:open assignee:mya"))).toMatchObject({
    code: "filter_not_understood",
    start: 21,
    end: 24,
    suggestion: '"Mia Lund"',
  });
  expect(await refusal(listed("team:gardn"))).toMatchObject({ suggestion: "Garden" });
  expect(await refusal(listed("organization:nowhere"))).toMatchObject({
    says: "No organization is called “nowhere”.",
  });
});

test("a day is the day of who asks, in the list and in its number alike", async () => {
  await db.write.rows(sql`update users set time_zone = 'Europe/Berlin' where id = ${mia.id}`);
  setClock(new Date("2026-03-09T22:30:00Z"));
  await asks({}, await aPerson({ name: "Late" }));
  setClock(new Date("2026-03-09T23:30:00Z"));
  const today = await asks({}, await aPerson({ name: "Early" }));
  setClock(new Date("2026-03-10T09:00:00Z"));
  const filter = "status:open created:today";
  expect(await listed(filter)).toEqual([today]);
  expect(await callAs("tickets.list", mia, { filter })).toMatchObject({ moves: true });
  expect(await callAs("tickets.list", mia, { filter: "status:open" })).not.toHaveProperty("moves");
  const view = { name: "Today", filter, sort: "updated", audience: "personal", teamId: null };
  const { viewId } = await createView.execute(
    mia,
    createView.schema.parse({ commandId: aCommandId(), ...view }),
  );
  const told = await viewCounts(mia, (await viewList(mia)).views);
  expect(told.counts[viewId]).toBe(1);
  // An hour later it is another number, though nothing has happened: the browser asks again.
  expect(told.moves).toBe(true);
  expect((await viewCounts(max, (await viewList(max)).views)).moves).toBe(false);
  await db.write.rows(sql`update users set time_zone = 'UTC' where id = ${mia.id}`);
  expect(await listed(filter)).toEqual([]);
});

test("a view of somebody who is called otherwise by now says so instead of counting nothing", async () => {
  const given = { name: "Zoe's", filter: "status:open assignee:zoe", sort: "updated" } as const;
  const zoe = await aPerson({ role: "agent", name: "Zoe Berg" });
  const number = await asks({ assigneeId: zoe.id });
  const { viewId } = await createView.execute(mia, {
    commandId: aCommandId(),
    ...given,
    ...{ audience: "personal", teamId: null },
  });
  const counts = async () => viewCounts(mia, (await viewList(mia)).views);
  expect((await counts()).counts[viewId]).toBe(1);
  expect(await listed(given.filter)).toEqual([number]);
  await db.write.rows(sql`update users set name = 'Cleo Berg' where id = ${zoe.id}`);
  const { counts: later, uncounted } = await counts();
  expect([later[viewId], uncounted[viewId]]).toEqual([null, "unread"]);
});

test("a filter without names and days costs no further statement, one with any number of them one each", async () => {
  const statements = async (filter: string) =>
    (await observeStatements(() => callAs("tickets.list", mia, { filter }))).statements.length;
  expect(await statements("status:open assignee:me tag:billing created:<3d")).toBe(1);
  expect(await statements("assignee:mia team:garden -organization:acme")).toBe(2);
  expect(await statements("created:today updated:>2026-01-01 team:mine")).toBe(2);
});
