import { expect, test } from "vitest";
import { type Planted, saidOf } from "../planted";
import { browserReach } from "./browser";

const house: Planted = {
  "src/modules/tickets/index.ts": 'export { list } from "./queries";',
  "src/modules/tickets/queries.ts":
    'import { db } from "@/platform/database";\nexport const list = db;\nexport type Row = { id: string };',
  "src/platform/database/index.ts": 'import pg from "pg";\nexport const db = pg;',
  "src/platform/clock/index.ts": "export const now = 1;",
};
const said = (path: string, text: string) => saidOf(browserReach, { ...house, [path]: text });

test.each([
  ["a query", 'import { list } from "../queries";'],
  ["the servers' door", 'import { list } from "@/modules/tickets";'],
  ["the servers' platform", 'import { db } from "@/platform/database";'],
  ["a package of servers", 'import pg from "pg";'],
  ["Node's own modules", 'import { readFile } from "node:fs";'],
])("no component brings %s into the browser", async (_, text) => {
  const found = await said("src/modules/tickets/components/row.tsx", text);
  expect(found).toEqual([
    expect.stringMatching(/components\/row\.tsx:1 .* would reach the browser .*@\/trpc\/client/),
  ]);
});

test("what is reached by a detour is found, and the way is told", async () => {
  const found = await saidOf(browserReach, {
    ...house,
    "src/modules/tickets/client.ts": 'export { sort } from "./rules/sort";',
    "src/modules/tickets/rules/sort.ts":
      'import { list } from "../queries";\nexport const sort = list;',
  });
  expect(found).toEqual([
    expect.stringMatching(/sort\.ts:1 .*client\.ts -> src\/modules\/tickets\/rules\/sort\.ts/),
  ]);
});

test('any file that begins with "use client" is for browsers', async () => {
  const text = '"use client";\nimport { db } from "@/platform/database";\ndb;';
  expect(await said("src/trpc/react.tsx", text)).toHaveLength(1);
});

test("types are erased, and the time may be asked for", async () => {
  const text =
    'import type { Row } from "../queries";\nimport { now } from "@/platform/clock";\nexport const a = (r: Row) => [r, now];';
  expect(await said("src/modules/tickets/components/row.tsx", text)).toEqual([]);
});
