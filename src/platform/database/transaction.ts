import type { PoolClient, QueryResultRow } from "pg";
import { AppError } from "@/platform/errors";
import { noteStatement } from "./observe";
import { asRefusal } from "./outage";
import { rememberWrite } from "./own-writes";
import { pools } from "./pools";
import { run, type Sql } from "./sql";

/** The one connection of a transaction on the primary. Steps of modules take it first. */
export type Transaction = {
  rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** The first row, when the statement is known to give at most one. */
  first<Row extends QueryResultRow>(statement: Sql): Promise<Row | undefined>;
};

function send(client: PoolClient, verb: "begin" | "commit" | "rollback") {
  noteStatement(client, verb);
  return client.query(verb);
}

/** Where there are replicas, the commit also says how far a replica must be to show it. */
async function commit(client: PoolClient): Promise<void> {
  if (pools().watch === null) return void (await send(client, "commit"));
  noteStatement(client, "commit");
  const answers = await client.query<{ lsn: number }>(
    "commit; select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint as lsn",
  );
  // Two statements in one message have two answers, which the types of pg do not know.
  const [, said] = [answers].flat();
  const lsn = said?.rows[0]?.lsn;
  if (lsn !== undefined) await rememberWrite(lsn);
}

async function connect(): Promise<PoolClient> {
  try {
    return await pools().write.connect();
  } catch (cause) {
    throw new AppError("database_unavailable", { cause });
  }
}

/** The pool listens to idle connections only: one that ends between two statements is ours to hear. */
function hearTheEnd(client: PoolClient): { broken: () => Error | undefined; stop: () => void } {
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  return { broken: () => broken, stop: () => client.off("error", onError) };
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await connect();
  const end = hearTheEnd(client);
  let broken: Error | undefined;
  try {
    // Not awaited: the connection answers in order, and the first statement need not wait for it.
    const begun = send(client, "begin");
    begun.catch(() => undefined);
    const result = await work({
      rows: async <Row extends QueryResultRow>(statement: Sql) =>
        (await run<Row>(client, statement)).rows,
      first: async <Row extends QueryResultRow>(statement: Sql) =>
        (await run<Row>(client, statement)).rows[0],
    });
    await begun;
    await commit(client);
    return result;
  } catch (thrown) {
    await send(client, "rollback").catch((error: Error) => {
      broken = error;
    });
    throw asRefusal(thrown);
  } finally {
    end.stop();
    client.release(broken ?? end.broken());
  }
}
