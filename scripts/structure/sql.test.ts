import { expect, test } from "vitest";
import { tablesUsed } from "./sql";

const used = (sql: string) =>
  tablesUsed(sql).map(({ table, writes }) => (writes ? `${table}!` : table));

test.each([
  ["select t.id from tickets t join users u on u.id = t.assignee_id", ["tickets", "users"]],
  [
    "select 1 from tickets t, public.teams as m, lateral (select 1 from tags) x",
    ["tickets", "teams", "tags"],
  ],
  ["insert into tickets (id) select id from drafts", ["tickets!", "drafts"]],
  ["update tickets set a = 1 from users where true", ["tickets!", "users"]],
  ["delete from only tickets using teams t where true", ["tickets!", "teams"]],
  ['select 1 from "tickets" where exists (select 1 from tags)', ["tickets", "tags"]],
  ["lock table tickets in share mode", ["tickets"]],
])("%s", (sql, tables) => expect(used(sql)).toEqual(tables));

test("names that a statement makes itself are no tables", () => {
  const sql = `with recent as materialized (select 1 from tickets), counts (a, b) as (select 1, 2 from recent)
    select * from counts join recent on true`;
  expect(used(sql)).toEqual(["tickets"]);
});

test("words in comments, strings and other clauses name no tables", () => {
  const sql = `select extract(epoch from created_at), 'from users', $$join teams$$ -- from tags
    /* join users */ from tickets where a is distinct from b for no key update of tickets`;
  expect(used(sql).filter((name) => name !== "created_at")).toEqual(["tickets"]);
  expect(used("insert into tickets (a) values (1) on conflict (id) do update set a = 2")).toEqual([
    "tickets!",
  ]);
  expect(used("select * from generate_series(1, 2) join json_each($1) on true")).toEqual([]);
});
