import type { Pool, QueryResultRow } from "pg";
import { isAppError } from "@/platform/errors";
import { asRefusal } from "./outage";
import { pools } from "./pools";
import { leaveReplica, readPool } from "./read-pool";
import { run, type Sql } from "./sql";

export { listenTo } from "./listen";
export { type ObservedStatement, observeStatements } from "./observe";
export { type PoolPlan, poolPlan } from "./pool-size";
export { closePools, directUrl, pools } from "./pools";
export { bulk, empty, join, type Queryable, raw, run, type Sql, sql } from "./sql";
export { type Transaction, transaction } from "./transaction";

async function rowsOf<Row extends QueryResultRow>(pool: Pool, statement: Sql): Promise<Row[]> {
  try {
    return (await run<Row>(pool, statement)).rows;
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}

const isAway = (thrown: unknown) => isAppError(thrown) && thrown.code === "database_unavailable";

/** Runs one statement and gives its rows. */
export type Reader = { rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> };

/**
 * `db.write` is the primary. `db.read` is a replica where there is one that has seen what this
 * request must see (its `atLeast` position), else the primary.
 */
export const db = {
  write: {
    rows: <Row extends QueryResultRow>(statement: Sql) => rowsOf<Row>(pools().write, statement),
  },
  read: {
    rows: async <Row extends QueryResultRow>(statement: Sql) => {
      const pool = await readPool();
      try {
        return await rowsOf<Row>(pool, statement);
      } catch (thrown) {
        // A reading may be repeated: a replica that has just gone costs nobody an answer.
        if (pool === pools().write || !isAway(thrown)) throw thrown;
        leaveReplica(pool);
        return rowsOf<Row>(pools().write, statement);
      }
    },
  },
} satisfies Record<string, Reader>;
