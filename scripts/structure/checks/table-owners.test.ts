import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { tableOwners } from "./table-owners";

const schema = {
  "prisma/schema/tickets.prisma":
    'model Ticket {\n  id String @id\n  tags Json @default("{}")\n  @@map("tickets")\n}',
  "prisma/schema/identity.prisma": 'model Person {\n  id String @id\n  @@map("people")\n}',
  "prisma/schema/sla.prisma": 'model Clock {\n  id String @id\n  @@map("sla_clocks")\n}',
  "prisma/schema/platform.prisma": 'model Event {\n  id String @id\n  @@map("outbox")\n}',
};
const said = (path: string, text: string) => saidOf(tableOwners, { ...schema, [path]: text });
const queries = "src/modules/tickets/queries.ts";

test("a module joins tables of its own and of those below", async () => {
  const text =
    "export const a = sql`select 1 from tickets t join people p on p.id = t.by join outbox on true`;";
  expect(await said(queries, text)).toEqual([]);
});

test("a table of a rank above is not read, wherever in the statement it stands", async () => {
  const text =
    "export const a = (id: string) => sql`select 1\n  from tickets where id = ${id} and\n  exists (select 1 from sla_clocks)`;";
  expect(await said(queries, text)).toEqual([
    expect.stringMatching(/queries\.ts:3 reads sla_clocks, a table of sla, .*event of tickets/),
  ]);
});

test("a piece of a statement inside another is read too", async () => {
  const text = "export const a = sql`select 1 from tickets ${sql`join sla_clocks on true`}`;";
  expect(await said(queries, text)).toHaveLength(1);
});

test.each([
  "export const a = sql`update tickets set next_due_at = null`;",
  "export const a = sql`with x as (delete from tickets returning 1) select * from x`;",
  "export const a = (tx: any) => tx.ticket.update({});",
])("another module's table is written by its step alone: %s", async (text) => {
  expect(await said("src/modules/sla/commands.ts", text)).toEqual([
    expect.stringMatching(/writes tickets, a table of tickets: call the step that takes tx first/),
  ]);
});

test("the platform knows no table of a module, and a partition belongs to its table's owner", async () => {
  const text = "export const a = sql`select 1 from tickets_2026_11`;";
  expect(await said("src/platform/outbox/relay.ts", text)).toHaveLength(1);
});

test("a table of nobody is given to somebody", async () => {
  const file = { "prisma/schema/gossip.prisma": "model Rumour {\n  id String @id\n}" };
  expect(await saidOf(tableOwners, { ...schema, ...file })).toEqual([
    expect.stringContaining("prisma/schema/gossip.prisma:1 holds tables of nobody"),
  ]);
});

test("a table that a migration makes behind the schema's back is seen", async () => {
  const sql =
    "create table tickets (id uuid);\ncreate table rumours (id uuid);\ncreate table tickets_2026_01 partition of tickets default;";
  expect(
    await saidOf(tableOwners, { ...schema, "prisma/migrations/1/migration.sql": sql }),
  ).toEqual([expect.stringContaining("migration.sql (rumours):1 holds tables of nobody")]);
});

test("a house whose tables could not be read does not pass", async () => {
  expect(await saidOf(tableOwners, { [queries]: "export const a = 1;" })).toEqual([
    expect.stringContaining("names no table"),
  ]);
});
