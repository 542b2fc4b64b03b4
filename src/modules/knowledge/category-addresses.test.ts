import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aTopic, does } from "@/testing/knowledge";
import { removeCategory, saveCategory } from "./commands/categories";
import { clearCategories } from "./queries/categories";
import { publicCategory } from "./queries/pages";

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());

const at = (slug: string, language: "en" | "de" = "en") =>
  publicCategory(language, slug, undefined).then(
    ({ category }) => category,
    (refused: { code: string }) => refused.code,
  );

test("whoever kept the address that a category had still gets there, until another one has it", async () => {
  const { id } = await aTopic("Greenhouses");
  const becomes = async (name: string) => {
    const names = { en: { name }, de: { name: "Gewächshäuser" } };
    await does(saveCategory, ada, { id, parentId: null, names });
    await clearCategories();
  };
  await becomes("Houses");
  await becomes("Glass houses");
  for (const slug of ["glass-houses", "houses", "greenhouses"])
    expect(await at(slug)).toMatchObject({ id, slug: "glass-houses" });
  expect(await at("greenhouses", "de")).toMatchObject({ id, slug: "gewaechshaeuser" });
  expect(await at("houses", "de")).toBe("not_found");
  const other = await aTopic("Greenhouses");
  expect(await at("greenhouses")).toMatchObject({ id: other.id });
  await does(removeCategory, ada, { id: other.id });
  await becomes("Greenhouses");
  expect(await at("greenhouses")).toMatchObject({ id, slug: "greenhouses" });
  expect(await at("glass-houses")).toMatchObject({ id, slug: "greenhouses" });
});
