import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { displayView } from "./commands/display-view";
import { changeView, createView, removeView } from "./commands/save-view";
import { viewList } from "./queries/visible";
import type { Display } from "./rules/display";

let services: TestServices;
let ada: Actor;
let leo: Actor;

beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
  leo = await aPerson({ role: "agent", name: "Leo" });
});
afterAll(() => services.close());

const table: Display = { table: true, columns: [{ id: "subject", width: 320 }] };
const wider: Display = {
  table: true,
  columns: [
    { id: "field.color", width: 96 },
    { id: "subject", width: 480 },
  ],
};
const content = {
  name: "Vents",
  filter: "status:open tag:vent",
  sort: "updated",
  audience: "everyone",
  teamId: null,
} as const;
const create = async (display?: Display) =>
  (await createView.execute(ada, { commandId: aCommandId(), ...content, display })).viewId;
const show = (actor: Actor, viewId: string, display: Display | null) =>
  displayView.execute(actor, { commandId: aCommandId(), viewId, display });
const seenBy = async (actor: Actor, viewId: string) => {
  const view = (await viewList(actor)).views.find(({ id }) => id === viewId);
  return { display: view?.display, own: view?.ownDisplay };
};

test("a view's columns, their order and width are the same for all who see it", async () => {
  const viewId = await create(table);
  expect(await seenBy(leo, viewId)).toEqual({ display: table, own: false });
  const changed = { ...content, commandId: aCommandId(), viewId, version: 1, display: wider };
  await changeView.execute(ada, changed);
  expect(await seenBy(leo, viewId)).toEqual({ display: wider, own: false });
  // Who renames it says nothing of its columns.
  await changeView.execute(ada, {
    ...{ ...content, commandId: aCommandId(), viewId, version: 2, name: "Hinges" },
  });
  expect(await seenBy(leo, viewId)).toEqual({ display: wider, own: false });
});

test("whoever shows a view otherwise does so for themselves, until it is kept or given up", async () => {
  const viewId = await create();
  await show(leo, viewId, table);
  await show(ada, viewId, wider);
  expect(await seenBy(leo, viewId)).toEqual({ display: table, own: true });
  expect(await seenBy(ada, viewId)).toEqual({ display: wider, own: true });
  const kept = { ...content, commandId: aCommandId(), viewId, version: 1, display: wider };
  await changeView.execute(ada, kept);
  expect(await seenBy(ada, viewId)).toEqual({ display: wider, own: false });
  expect(await seenBy(leo, viewId)).toEqual({ display: table, own: true });
  await show(leo, viewId, null);
  expect(await seenBy(leo, viewId)).toEqual({ display: wider, own: false });
});

test("a standard view is shown as each likes it, and all views come in one statement", async () => {
  await show(leo, "mine", table);
  expect(await seenBy(leo, "mine")).toEqual({ display: table, own: true });
  expect(await seenBy(ada, "mine")).toEqual({ display: null, own: false });
  const { statements } = await observeStatements(() => viewList(leo));
  expect(statements).toHaveLength(1);
});

test("a view that one does not see cannot be shown, and what is gone leaves nothing behind", async () => {
  await expect(show(leo, aCommandId(), table)).rejects.toMatchObject({ code: "view_not_found" });
  const viewId = await create();
  await show(leo, viewId, table);
  await removeView.execute(ada, { commandId: aCommandId(), viewId });
  await show(leo, "open", table);
  const [held] = await db.write.rows<{ displays: object }>(sql`
    select displays from view_displays where user_id = ${leo.id}`);
  expect(Object.keys(held?.displays ?? {})).not.toContain(viewId);
  expect(Object.keys(held?.displays ?? {})).toContain("open");
});

test("a display that is not understood is refused, and one that was kept is passed over", async () => {
  const double = { table: true, columns: [...table.columns, ...table.columns] };
  expect(displayView.schema.safeParse({ ...call, display: double }).success).toBe(false);
  const huge = { table: true, columns: [{ id: "subject", width: 9_000 }] };
  expect(displayView.schema.safeParse({ ...call, display: huge }).success).toBe(false);
  expect(displayView.schema.safeParse({ ...call, display: table }).success).toBe(true);
  const viewId = await create();
  await db.write.rows(sql`
    update views set display = '{"table": "perhaps"}'::jsonb where id = ${viewId}`);
  expect(await seenBy(leo, viewId)).toEqual({ display: null, own: false });
});
const call = { commandId: aCommandId(), viewId: "mine" };
