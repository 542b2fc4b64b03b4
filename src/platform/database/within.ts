import type { QueryResultRow } from "pg";
import { isAppError } from "@/platform/errors";
import { asRefusal } from "./outage";
import { readPool } from "./read-pool";
import { run, type Sql, sql } from "./sql";

/** Reads in at most so much time; null when that was not enough. For what may cost anything. */
export async function rowsWithin<Row extends QueryResultRow>(
  msMax: number,
  statement: Sql,
): Promise<Row[] | null> {
  const client = await (await readPool()).connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    await client.query("begin read only");
    await run(client, sql`select set_config('statement_timeout', ${String(msMax)}, true)`);
    const { rows } = await run<Row>(client, statement);
    await client.query("commit");
    return rows;
  } catch (thrown) {
    await client.query("rollback").catch(onError);
    const refusal = asRefusal(thrown);
    if (isAppError(refusal) && refusal.code === "request_timeout") return null;
    throw refusal;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}
