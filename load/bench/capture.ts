import { createHash } from "node:crypto";
import { type ObservedStatement, observeStatements, pools } from "@/platform/database";
import { withRequestContext } from "@/platform/process";
import { openContext } from "@/trpc/context";
import { createCallerFactory } from "@/trpc/init";
import { appRouter } from "@/trpc/root";
import type { Plan, PlannedStatement, Slot } from "./floor/plan";
import type { Visitor } from "./people";

const callerOf = createCallerFactory(appRouter);
type Caller = ReturnType<typeof callerOf>;
export type Captured = Omit<Plan, "operation">;

const verbs = new Set(["begin", "commit"]);

/** Calls a procedure as somebody and gives the statements that it sent. */
async function observed(
  visitor: Visitor,
  method: string,
  call: (caller: Caller) => Promise<unknown>,
) {
  const header = (name: string) => (name === "cookie" ? visitor.cookie : undefined);
  const facts = { method, operation: "bench", header, address: "bench" };
  const context = openContext(facts, async () => visitor.actor);
  try {
    return await withRequestContext(context, () =>
      observeStatements(() => call(callerOf(context))),
    );
  } finally {
    context.close();
  }
}

function planned(
  statements: readonly ObservedStatement[],
  slotOf: (value: unknown, statement: number) => Slot,
): PlannedStatement[] {
  return statements
    .filter(({ text }) => !verbs.has(text))
    .map(({ text, values }, index) => ({
      name: `floor_${createHash("sha1").update(text).digest("base64url")}`,
      text,
      slots: values.map((value) => slotOf(value, index)),
    }));
}

const captured = (value: unknown): Slot => ({ from: "captured", value });

/**
 * The plan of a reading. A `number` of the input is the request's; what a later statement asks with
 * and an earlier one could have given (a ticket's id and times, its messages' ids) comes from there.
 */
export async function captureQuery(
  visitor: Visitor,
  call: (caller: Caller) => Promise<unknown>,
  number?: number,
): Promise<Captured> {
  const { statements } = await observed(visitor, "GET", call);
  const given = await rowsOf(statements);
  const slotOf = (value: unknown, statement: number): Slot => {
    if (value === number && number !== undefined) return { from: "request" };
    if (value === visitor.actor.id) return captured(value);
    for (const [earlier, rows] of given.slice(0, statement).entries()) {
      const found = columnOf(value, rows);
      if (found !== undefined) return { from: "row", statement: earlier, ...found };
    }
    return captured(value);
  };
  const plan = planned(statements, slotOf);
  return { inTransaction: false, freshIds: 0, statements: plan };
}

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(statements: readonly ObservedStatement[]): Promise<Row[][]> {
  const given: Row[][] = [];
  for (const { text, values } of statements) {
    given.push((await pools().write.query<Row>(text, [...values])).rows);
  }
  return given;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Which column of these rows a value is: the first row's, or all of them as a list. */
function columnOf(value: unknown, rows: readonly Row[]) {
  const [first] = rows;
  if (first === undefined || value === null || typeof value === "number") return undefined;
  const all = Array.isArray(value);
  const column = Object.keys(first).find((name) =>
    all
      ? value.length > 0 &&
        same(
          value,
          rows.map((row) => row[name]),
        )
      : same(value, first[name]),
  );
  return column === undefined ? undefined : { column, all };
}

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The plan of a change: what it made anew (ids, times) is made anew by every request. */
export async function captureCreate(
  visitor: Visitor,
  call: (caller: Caller) => Promise<unknown>,
): Promise<Captured> {
  const { statements } = await observed(visitor, "POST", call);
  const { id, organizationId } = visitor.actor;
  const texts = JSON.stringify(statements.map(({ values }) => values));
  const fresh = [...new Set(texts.match(anId))].filter(
    (each) => each !== id && each !== organizationId,
  );
  const slotOf = (value: unknown): Slot => {
    if (value instanceof Date) return { from: "clock" };
    if (typeof value !== "string") return captured(value);
    const whole = fresh.indexOf(value);
    if (whole !== -1) return { from: "id", id: whole };
    const parts = partsOf(value, fresh);
    return parts.length === 1 ? captured(value) : { from: "parts", parts };
  };
  return { inTransaction: true, freshIds: fresh.length, statements: planned(statements, slotOf) };
}

/** A text cut at the ids in it; each id is its place in `fresh`. */
function partsOf(text: string, fresh: readonly string[]): (string | number)[] {
  const parts: (string | number)[] = [];
  let end = 0;
  for (const match of text.matchAll(anId)) {
    const id = fresh.indexOf(match[0]);
    if (id === -1) continue;
    parts.push(text.slice(end, match.index), id);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}
