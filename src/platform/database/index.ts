import type { Pool, QueryResultRow } from "pg";
import { isAppError } from "@/platform/errors";
import { runAwaited } from "./awaited";
import { asRefusal, asSearchRefusal } from "./outage";
import { pools, searchPool } from "./pools";
import { leaveReplica, readPool } from "./read-pool";
import type { Sql } from "./sql";

export { listenTo } from "./listen";
export { maintain } from "./maintain";
export { type ObservedStatement, observeStatements } from "./observe";
export { type PoolPlan, poolPlan } from "./pool-size";
export { closePools, directUrl, pools } from "./pools";
export { bulk, empty, join, type Queryable, raw, run, type Sql, sql } from "./sql";
export { type Transaction, transaction } from "./transaction";
export { rowsWithin } from "./within";

async function rowsOf<Row extends QueryResultRow>(
  pool: Pool,
  statement: Sql,
  times: "dates" | "texts" = "dates",
): Promise<Row[]> {
  try {
    return (await runAwaited<Row>(pool, statement, times)).rows;
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}

const isAway = (thrown: unknown) => isAppError(thrown) && thrown.code === "database_unavailable";

async function readRows<Row extends QueryResultRow>(
  statement: Sql,
  times: "dates" | "texts",
): Promise<Row[]> {
  const pool = await readPool();
  try {
    return await rowsOf<Row>(pool, statement, times);
  } catch (thrown) {
    // A reading may be repeated: a replica that has just gone costs nobody an answer.
    if (pool === pools().write || !isAway(thrown)) throw thrown;
    leaveReplica(pool);
    return rowsOf<Row>(pools().write, statement, times);
  }
}

/** Runs one statement and gives its rows. */
export type Reader = { rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> };

/**
 * `db.write` is the primary. `db.read` is a replica where there is one that has seen what this
 * request must see (its `atLeast` position), else the primary. `db.search` is a small pool of its
 * own with a short patience: however much is searched, everything else has its connections.
 */
export const db = {
  write: {
    rows: <Row extends QueryResultRow>(statement: Sql) => rowsOf<Row>(pools().write, statement),
  },
  search: {
    /** @throws AppError `search_stopped` or `search_busy`, which are nobody's fault and nobody's loss. */
    rows: async <Row extends QueryResultRow>(statement: Sql) => {
      try {
        // Planned with the words at hand, for a common word wants another plan than a rare one.
        return (await runAwaited<Row>(searchPool(), statement, "dates", { named: false })).rows;
      } catch (thrown) {
        throw asSearchRefusal(thrown);
      }
    },
  },
  read: {
    rows: <Row extends QueryResultRow>(statement: Sql) => readRows<Row>(statement, "dates"),
    /** The same with times as ISO texts, for rows that become an answer as they are. */
    plainRows: <Row extends QueryResultRow>(statement: Sql) => readRows<Row>(statement, "texts"),
  },
} satisfies { write: Reader; search: Reader; read: Reader & { plainRows: Reader["rows"] } };
