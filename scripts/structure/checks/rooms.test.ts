import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { roomNames, routesOnly, ruleImports } from "./rooms";

test("a file that is no room of a module is sent to one", async () => {
  const said = await saidOf(roomNames, {
    "src/modules/tickets/index.ts": "export const a = 1;",
    "src/modules/tickets/helpers.ts": "export const b = 1;",
    "src/modules/tickets/utils/c.ts": "export const c = 1;",
  });
  expect(said).toHaveLength(2);
  expect(said[0]).toContain("helpers.ts:1 is no room of a module: the rooms are index, client");
});

test("a module without a door is asked for one", async () => {
  const said = await saidOf(roomNames, { "src/modules/tickets/queries.ts": "export const a = 1;" });
  expect(said).toEqual([expect.stringContaining("has no door")]);
});

test("a room may be a file, a folder of verbs, or a test beside it", async () => {
  const said = await saidOf(roomNames, {
    "src/modules/tickets/client.ts": "export const a = 1;",
    "src/modules/tickets/access.test.ts": "export {};",
    "src/modules/tickets/commands/close.ts": "export const c = 1;",
    "src/modules/tickets/queries.ts": "export const c = 1;",
  });
  expect(said).toEqual([]);
});

const rule = (text: string) => ({
  "src/modules/tickets/queries.ts": "export const ticket = 1;\nexport type Row = { id: string };",
  "src/modules/tickets/rules/words.ts": "export const words = 1;",
  "src/platform/database/index.ts": "export const db = 1;",
  "src/modules/tickets/rules/status.ts": text,
});

test.each([
  ["a query", 'import { ticket } from "../queries";'],
  ["the database", 'import { db } from "@/platform/database";'],
  ["a package that is not pure", 'import pg from "pg";'],
  ["Node", 'import { readFile } from "node:fs";'],
])("a rule that runs %s is told to take an argument", async (_, text) => {
  const said = await saidOf(ruleImports, rule(`\n${text}`));
  expect(said).toEqual([expect.stringMatching(/rules\/status\.ts:2 a rule runs .*as an argument/)]);
});

test("a rule may run other rules and name any type", async () => {
  const text =
    'import { words } from "./words";\nimport type { Row } from "../queries";\nexport const a = (r: Row) => [r, words];';
  expect(await saidOf(ruleImports, rule(text))).toEqual([]);
});

test("a rule may use another module's rules through a door that gives out nothing else", async () => {
  const files = (door: string) => ({
    ...rule('import { words } from "@/modules/identity/client";\nwords;'),
    "src/modules/identity/rules/words.ts": "export const words = 1;",
    "src/modules/identity/components/card.tsx": "export const Card = () => <p />;",
    "src/modules/identity/client.ts": door,
  });
  const pure = 'export { words } from "./rules/words";';
  expect(await saidOf(ruleImports, files(pure))).toEqual([]);
  const mixed = `${pure}\nexport { Card } from "./components/card";`;
  expect(await saidOf(ruleImports, files(mixed))).toHaveLength(1);
});

test("src/app holds routes and nothing else", async () => {
  const said = await saidOf(routesOnly, {
    "src/app/(console)/tickets/[number]/page.tsx": "export default () => <p />;",
    "src/app/api/trpc/[trpc]/route.ts": "export const GET = 1;",
    "src/app/(console)/queue-table.tsx": "export const a = 1;",
  });
  expect(said).toEqual([expect.stringContaining("queue-table.tsx:1 is no route of Next")]);
});
