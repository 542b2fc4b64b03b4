import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { setKeys } from "./commands/set-keys";
import { me } from "./queries/me";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const keep = (keys: unknown) => setKeys.schema.safeParse({ commandId: aCommandId(), keys });

test("keys go with the person, and with nobody else", async () => {
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const leo = await aPerson({ role: "agent", name: "Leo" });
  const keys = { "item.done": ["Q"], "go.mine": ["G Ö"], "ticket.spam": [] };
  await setKeys.execute(mia, { commandId: aCommandId(), keys });
  expect((await me(mia)).keys).toEqual(keys);
  expect((await me(leo)).keys).toEqual({});
  await setKeys.execute(mia, { commandId: aCommandId(), keys: {} });
  expect((await me(mia)).keys).toEqual({});
});

test("what is no key is refused, and what was kept of another kind is passed over", async () => {
  expect(keep({ "item.done": ["Shift+Q"] }).success).toBe(true);
  for (const given of ["Mod+Q", "Enter", "", " ", "Q W E", "\u0000"])
    expect(keep({ "item.done": [given] }).success, given).toBe(false);
  expect(keep({ "<b>": ["Q"] }).success).toBe(false);
  expect(keep({ "item.done": ["Q", "W"] }).success).toBe(false);
  const mia = await aPerson({ role: "agent", name: "Mia" });
  await db.write.rows(sql`
    update users set keys = '{"item.done": "Q"}'::jsonb where id = ${mia.id}`);
  expect((await me(mia)).keys).toEqual({});
});
