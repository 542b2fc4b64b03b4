import fc from "fast-check";
import { Client } from "pg";
import sql, { raw } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAppError } from "@/platform/errors";
import { compile } from "./compile";
import type { Expression } from "./rules/expression";
import { matches } from "./rules/matches";
import { normalise } from "./rules/normalise";
import { parse } from "./rules/parse";
import { valuesOf } from "./rules/possible";
import { billingTeam, jo, mia, sampleFields, sampleNames } from "./rules/sample-fields";
import { anyExpression, anyRow } from "./rules/samples";
import { isImpossible, simplify } from "./rules/simplify";

const client = new Client({ connectionString: process.env.TEST_POSTGRES_URL });
const columns = [
  "id int not null",
  "status filter_status not null",
  "priority text",
  "assignee uuid",
  "team uuid",
  "requester uuid",
  "address text",
  "tags text[]",
  "subject text",
  "body text not null default ''",
  "created timestamptz not null",
  "due timestamptz",
  "spent int",
  "score numeric",
  "number int not null",
  "attachment boolean",
];

// Types of enumerated values are stricter than text: a value that the type does not know is an error.
beforeAll(async () => {
  await client.connect();
  await client.query(
    "create type pg_temp.filter_status as enum ('open', 'pending', 'on_hold', 'resolved', 'closed')",
  );
  await client.query(
    `create temporary table filtered (${columns.join(", ")})`.replace(
      "filter_status",
      "pg_temp.filter_status",
    ),
  );
});
afterAll(() => client.end());

type Row = typeof anyRow extends fc.Arbitrary<infer R> ? R : never;

const asking = {
  now: new Date("2026-03-10T10:00:00Z"),
  zone: "Europe/Berlin",
  actor: { id: mia, teamIds: [billingTeam] },
};

async function store(rows: readonly Row[]): Promise<void> {
  await client.query("truncate filtered");
  for (const [id, row] of rows.entries()) {
    const { text, values } = sql`insert into filtered (id, status, priority, assignee, team,
      requester, tags, subject, created, due, spent, score, number, attachment) values (${id},
      ${row.status}, ${row.priority}, ${row.assignee}, ${row.team}, ${row.requester}, ${row.tags},
      ${row.subject}, ${row.created}, ${row.due}, ${row.spent}, ${row.score}, ${row.number},
      ${row.attachment})`;
    await client.query(text, values);
  }
}

async function found(expression: Expression): Promise<ReadonlySet<number>> {
  const where = compile(expression, { fields: sampleFields, row: raw("t"), ...asking });
  const { text, values } = sql`select t.id from filtered t where ${where}`;
  const result = await client.query<{ id: number }>(text, values);
  return new Set(result.rows.map(({ id }) => id));
}

const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 8 });
const runs = { numRuns: 400 };

test("a live event never shows a ticket that the list would not, nor hides one that it would", async () => {
  let sure = 0;
  let unsure = 0;
  const property = fc.asyncProperty(anyRows, anyExpression, async (rows, expression) => {
    await store(rows);
    const listed = await found(expression);
    for (const [id, row] of rows.entries()) {
      const answer = matches(expression, row, { fields: sampleFields, ...asking });
      if (answer === "unknown") unsure += 1;
      else sure += 1;
      if (answer !== "unknown") expect([id, answer === "yes"]).toEqual([id, listed.has(id)]);
    }
  });
  await fc.assert(property, runs);
  // A predicate that never knew would be right, and of no use.
  expect(sure).toBeGreaterThan(unsure);
});

test("an event that carries less is never surer, and never says otherwise", () => {
  const partly = fc.record({
    row: anyRow,
    left: fc.array(fc.constantFrom("status", "priority", "assignee", "tags", "created", "due")),
    expression: anyExpression,
  });
  fc.assert(
    fc.property(partly, ({ row, left, expression }) => {
      const options = { fields: sampleFields, ...asking };
      const less = { ...row, ...Object.fromEntries(left.map((name) => [name, undefined])) };
      const answer = matches(expression, less, options);
      if (answer !== "unknown") expect(answer).toBe(matches(expression, row, options));
    }),
    { numRuns: 2_000 },
  );
});

test("a filter and its opposite share no ticket and miss none", async () => {
  const property = fc.asyncProperty(anyRows, anyExpression, async (rows, expression) => {
    await store(rows);
    const [those, others] = [await found(expression), await found({ type: "not", of: expression })];
    expect([...those].filter((id) => others.has(id))).toEqual([]);
    expect(those.size + others.size).toBe(rows.length);
  });
  await fc.assert(property, runs);
});

test("simplifying and sorting change the words of a filter, never its tickets", async () => {
  const property = fc.asyncProperty(anyRows, anyExpression, async (rows, expression) => {
    await store(rows);
    const listed = await found(expression);
    expect(await found(simplify(expression, sampleFields))).toEqual(listed);
    expect(await found(normalise(expression, sampleFields))).toEqual(listed);
    if (isImpossible(expression, sampleFields)) expect(listed.size).toBe(0);
  });
  await fc.assert(property, runs);
});

test("no ticket has a status that the filter was said not to reach", async () => {
  const property = fc.asyncProperty(anyRows, anyExpression, async (rows, expression) => {
    await store(rows);
    const listed = await found(expression);
    const reached = valuesOf(expression, "status", sampleFields)?.values ?? [];
    for (const id of listed) expect(reached).toContain(rows[id]?.status);
  });
  await fc.assert(property, runs);
});

describe("what an agent relies on", () => {
  const rows = fc.sample(anyRow, { numRuns: 3, seed: 1 });
  const read = (text: string) =>
    parse(text, { fields: sampleFields, names: sampleNames }).expression;

  test("not assigned to somebody includes what nobody is assigned to", async () => {
    const [a, b, c] = rows;
    if (a === undefined || b === undefined || c === undefined) throw new Error("Three rows.");
    await store([
      { ...a, assignee: mia },
      { ...b, assignee: jo },
      { ...c, assignee: null },
    ]);
    expect(await found(read("-assignee:me"))).toEqual(new Set([1, 2]));
    expect(await found(read("-tag:any -assignee:none"))).toBeDefined();
  });

  test("a day is the day of the person who asks", async () => {
    const [row] = rows;
    if (row === undefined) throw new Error("A row.");
    await store([
      { ...row, created: new Date("2026-03-09T22:59:59Z") },
      { ...row, created: new Date("2026-03-09T23:00:00Z") },
      { ...row, created: new Date("2026-03-10T22:59:59Z") },
      { ...row, created: new Date("2026-03-10T23:00:00Z") },
    ]);
    expect(await found(read("created:today"))).toEqual(new Set([1, 2]));
    expect(await found(read("created:>2026-03-10"))).toEqual(new Set([3]));
    expect(await found(read("created:<=2026-03-10"))).toEqual(new Set([0, 1, 2]));
  });

  test("text that looks like SQL is a value like any other", async () => {
    const text = `subject:"'; drop table filtered; --" tag:"') or true --"`;
    expect((await found(read(text))).size).toBe(0);
    const where = compile(read(text), { fields: sampleFields, row: raw("t"), ...asking });
    expect(where.text).not.toContain("drop");
  });
});

test("a filter on a field that is gone is refused by its name, and matches nothing by mistake", () => {
  const gone: Expression = { type: "not", of: { type: "is", field: "plan", values: ["gold"] } };
  try {
    compile(gone, { fields: sampleFields, row: raw("t"), ...asking });
    expect.unreachable();
  } catch (error) {
    if (!isAppError(error)) throw error;
    expect([error.code, error.detail]).toEqual(["filter_field_gone", { fields: ["plan"] }]);
  }
  expect(matches(gone, {}, { fields: sampleFields, ...asking })).toBe("unknown");
});
