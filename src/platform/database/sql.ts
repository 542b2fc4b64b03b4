import { createHash } from "node:crypto";
import type { CustomTypesConfig, QueryResult, QueryResultRow } from "pg";
import sqlTag, { type Sql } from "sql-template-tag";
import { monotonicMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { noteStatementCost } from "@/platform/telemetry";
import { partSpan } from "@/platform/tracing";
import { noteStatement } from "./observe";
import { plainTypes } from "./plain-times";

export { bulk, empty, join, raw, type Sql } from "sql-template-tag";
export const sql = sqlTag;

/** Whatever runs a statement: a pool, or the one connection of a transaction. */
export type Queryable = {
  query<Row extends QueryResultRow>(config: {
    text: string;
    values: unknown[];
    name?: string;
    types?: CustomTypesConfig;
  }): Promise<QueryResult<Row>>;
};

const names = new Map<string, string>();

/** A statement's name makes PostgreSQL keep its plan; texts beyond the bound stay unnamed. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= limits.namedStatementsMax) return undefined;
  const name = `s_${createHash("sha1").update(text).digest("base64url")}`;
  names.set(text, name);
  return name;
}

/** A statement's span: its first word, and all of it without the values. */
const sqlSpan = (text: string) => ({
  name: /\w+/.exec(text)?.[0] ?? "statement",
  kind: "client" as const,
  facts: { "db.system.name": "postgresql", "db.query.text": text },
});

/** Runs one statement; rows are typed by the caller, their shape is proved by tests. */
export async function run<Row extends QueryResultRow>(
  on: Queryable,
  statement: Sql,
  times: "dates" | "texts" = "dates",
  /** `notedOn`: whose statement it is to observers, where a connection of a pool runs it. */
  { named = true, notedOn = on }: { named?: boolean; notedOn?: object } = {},
): Promise<QueryResult<Row>> {
  const { text, values } = statement;
  noteStatement(notedOn, text, values);
  const name = named && env().DATABASE_NAMED_STATEMENTS ? nameOf(text) : undefined;
  const startedAtMs = monotonicMs();
  try {
    return await partSpan(
      () => sqlSpan(text),
      () =>
        on.query<Row>({
          text,
          values,
          ...(name === undefined ? {} : { name }),
          ...(times === "texts" ? { types: plainTypes } : {}),
        }),
    );
  } finally {
    noteStatementCost(text, monotonicMs() - startedAtMs);
  }
}
