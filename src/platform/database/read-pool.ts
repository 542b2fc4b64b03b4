import type { Pool } from "pg";
import { type RequestContext, requestContext } from "@/platform/process";
import { ownWritesOf } from "./own-writes";
import { pools } from "./pools";
import type { Replica } from "./replicas";
import { run, sql } from "./sql";

let turn = 0;
const chosen = new WeakMap<RequestContext, Promise<Pool>>();

/**
 * A replica whose snapshot holds what this request must see, else the primary. All readings of one
 * request go to one server: what a second one, further behind, does not hold yet would be missing
 * under the first one's `asOf` for good. Who reads outside of a request says nothing of what they
 * have seen, and gets the primary.
 */
export function readPool(): Promise<Pool> {
  const { write, watch } = pools();
  const context = requestContext();
  if (watch === null || context === undefined || context.mutates) return Promise.resolve(write);
  const known = chosen.get(context) ?? choose(context);
  chosen.set(context, known);
  return known;
}

/** The replica failed in the middle of a request: the rest of it stays with the primary. */
export function leaveReplica(pool: Pool): void {
  const { write, watch } = pools();
  const context = requestContext();
  if (context !== undefined) chosen.set(context, Promise.resolve(write));
  const replica = watch?.replicas.find((each) => each.pool === pool);
  if (replica !== undefined) watch?.leaveOut(replica);
}

async function choose(context: RequestContext): Promise<Pool> {
  const { write, watch } = pools();
  await watch?.asked;
  const usable = watch?.replicas.filter(({ isUsable }) => isUsable) ?? [];
  if (usable.length === 0) return write;
  const lsn = await ownWritesOf(context.actorId);
  if (lsn === Number.POSITIVE_INFINITY) return write;
  const must = { lsn, position: context.atLeast };
  const first = turn++ % usable.length;
  for (const replica of [...usable.slice(first), ...usable.slice(0, first)])
    if (await holds(replica, must)) return replica.pool;
  return write;
}

type Must = { lsn: number; position: number };

/** What was known a moment ago may be enough; if not, the replica is asked how far it is now. */
async function holds(replica: Replica, must: Must): Promise<boolean> {
  if (replica.lsn >= must.lsn && replica.position >= must.position) return true;
  try {
    const { rows } = await run<Must>(
      replica.pool,
      sql`select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn()
          else pg_current_wal_lsn() end - '0/0'::pg_lsn)::bigint as lsn, last as position
        from event_positions`,
    );
    const [now] = rows;
    return now !== undefined && now.lsn >= must.lsn && now.position >= must.position;
  } catch {
    return false;
  }
}
