import type { QueryResultRow } from "pg";
import { pools } from "./pools";
import { readPool } from "./read-pool";
import { run, type Sql } from "./sql";

export { closePools, directUrl, poolSize, pools } from "./pools";
export { bulk, empty, join, type Queryable, raw, run, type Sql, sql } from "./sql";
export { type Transaction, transaction } from "./transaction";

/** Runs one statement and gives its rows. */
export type Reader = { rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> };

/**
 * `db.write` is the primary. `db.read` is a replica where there is one that has seen what this
 * request must see (its `atLeast` position), else the primary.
 */
export const db = {
  write: {
    rows: async <Row extends QueryResultRow>(statement: Sql) =>
      (await run<Row>(pools().write, statement)).rows,
  },
  read: {
    rows: async <Row extends QueryResultRow>(statement: Sql) =>
      (await run<Row>(await readPool(), statement)).rows,
  },
} satisfies Record<string, Reader>;
