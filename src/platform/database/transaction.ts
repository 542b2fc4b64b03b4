import type { PoolClient, QueryResultRow } from "pg";
import { AppError } from "@/platform/errors";
import { pools } from "./pools";
import { run, type Sql } from "./sql";

/** The one connection of a transaction on the primary. Steps of modules take it first. */
export type Transaction = {
  rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** The first row, when the statement is known to give at most one. */
  first<Row extends QueryResultRow>(statement: Sql): Promise<Row | undefined>;
};

async function connect(): Promise<PoolClient> {
  try {
    return await pools().write.connect();
  } catch (cause) {
    throw new AppError("database_unavailable", { cause });
  }
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await connect();
  let broken: Error | undefined;
  try {
    // Not awaited: the connection answers in order, and the first statement need not wait for it.
    const begun = client.query("begin");
    begun.catch(() => undefined);
    const result = await work({
      rows: async <Row extends QueryResultRow>(statement: Sql) =>
        (await run<Row>(client, statement)).rows,
      first: async <Row extends QueryResultRow>(statement: Sql) =>
        (await run<Row>(client, statement)).rows[0],
    });
    await begun;
    await client.query("commit");
    return result;
  } catch (thrown) {
    await client.query("rollback").catch((error: Error) => {
      broken = error;
    });
    throw thrown;
  } finally {
    client.release(broken);
  }
}
