import { connect } from "node:net";
import type { Pool, QueryResult, QueryResultRow } from "pg";
import * as z from "zod";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { requestContext } from "@/platform/process";
import { run, type Sql } from "./sql";

/** What the server gave this connection to be told by; the types of pg do not know it. */
const cancelKey = z.object({
  host: z.string(),
  port: z.number(),
  processID: z.number(),
  secretKey: z.number(),
});

/** The protocol's number of a request that cancels. */
const cancelCode = 80_877_102;

/** Tells the server to stop what a connection does: a packet on a line of its own, never answered. */
function cancel(client: unknown): void {
  const key = cancelKey.safeParse(client);
  if (!key.success) return;
  const { host, port, processID, secretKey } = key.data;
  const packet = Buffer.alloc(16);
  packet.writeInt32BE(16, 0);
  packet.writeInt32BE(cancelCode, 4);
  packet.writeInt32BE(processID, 8);
  packet.writeInt32BE(secretKey, 12);
  const line = connect({ host, port }, () => line.end(packet));
  line.on("error", () => undefined);
  line.setTimeout(limits.poolWaitMsMax, () => line.destroy());
  // The server answers by hanging up; whatever it says is nobody's.
  line.resume();
}

/**
 * Runs a reading for as long as somebody waits for it: when the caller has gone, or the deadline of
 * its request has passed, the server is told to stop. A change goes on: whether it happened must not
 * depend on who listened. A connection that was told to stop is never used again, since the word
 * might reach the next statement.
 */
export async function runAwaited<Row extends QueryResultRow>(
  pool: Pool,
  statement: Sql,
  times: "dates" | "texts" = "dates",
  options: { named?: boolean } = {},
): Promise<QueryResult<Row>> {
  const context = requestContext();
  if (context === undefined || context.mutates) return run<Row>(pool, statement, times, options);
  const { signal } = context;
  if (signal.aborted) throw new AppError("request_timeout", { cause: signal.reason });
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  const stop = () => {
    broken = new Error("nobody waits for this statement any more");
    cancel(client);
  };
  client.on("error", onError);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await run<Row>(client, statement, times, { ...options, notedOn: pool });
  } catch (thrown) {
    broken ??= thrown instanceof Error ? thrown : new Error(String(thrown));
    throw thrown;
  } finally {
    signal.removeEventListener("abort", stop);
    client.off("error", onError);
    client.release(broken);
  }
}
