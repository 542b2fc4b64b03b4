import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { type TestServices, testServices } from "@/testing/database";
import { testPassword } from "@/testing/people";
import { createFirstAdmin } from "./commands/create-first-admin";
import { createSetupLink, isSetupOpen } from "./commands/setup-link";
import { signIn } from "./commands/sign-in";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

let count = 0;
/** Somebody whose address nobody has counted yet. */
const aCaller = () => {
  count += 1;
  return { address: `10.3.0.${count}` };
};
const anAddress = () => {
  count += 1;
  return `somebody${count}@example.com`;
};

test("the first admin is made by a link that works once, within the hour, while there is none", async () => {
  const { url } = await createSetupLink();
  const { url: spare } = await createSetupLink();
  const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";
  const given = { token: tokenOf(url), name: "Ada", email: anAddress(), password: testPassword };
  expect(await isSetupOpen(given.token)).toBe(true);
  expect(await isSetupOpen("not a token of ours")).toBe(false);
  await createFirstAdmin(aCaller(), given);
  const { user } = await signIn(aCaller(), given);
  expect(user.role).toBe("admin");
  for (const token of [tokenOf(url), tokenOf(spare)]) {
    expect(await isSetupOpen(token)).toBe(false);
    await expect(
      createFirstAdmin(aCaller(), { ...given, token, email: anAddress() }),
    ).rejects.toThrow("link_expired");
  }
  await expect(createSetupLink()).rejects.toThrow("forbidden");
});

test("two setup links that are used at the same moment make one admin", async () => {
  await db.write.rows(sql`update users set role = 'agent' where role = 'admin'`);
  const links = [await createSetupLink(), await createSetupLink()];
  const uses = links.map(({ url }) =>
    createFirstAdmin(aCaller(), {
      token: new URL(url).searchParams.get("token") ?? "",
      name: "Ada",
      email: anAddress(),
      password: testPassword,
    }),
  );
  const outcomes = (await Promise.allSettled(uses)).map((use) => use.status);
  expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
});

test("a setup link older than an hour opens nothing", async () => {
  await db.write.rows(sql`update users set role = 'agent' where role = 'admin'`);
  const { url } = await createSetupLink();
  await db.write.rows(sql`update setup_links set expires_at = now() - interval '1 second'`);
  expect(await isSetupOpen(new URL(url).searchParams.get("token") ?? "")).toBe(false);
});
