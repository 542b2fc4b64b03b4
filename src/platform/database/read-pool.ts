import type { Pool } from "pg";
import { type RequestContext, requestContext } from "@/platform/process";
import { pools } from "./pools";
import { run, sql } from "./sql";

let turn = 0;
const chosen = new WeakMap<RequestContext, Promise<Pool>>();

/**
 * A replica whose snapshot holds the position that this request must see, else the primary. All
 * readings of one request go to one server: what a second one, further behind, does not hold yet
 * would be missing under the first one's `asOf` for good.
 */
export function readPool(): Promise<Pool> {
  const context = requestContext();
  if (context === undefined) return choose(undefined);
  const known = chosen.get(context) ?? choose(context);
  chosen.set(context, known);
  return known;
}

async function choose(context: RequestContext | undefined): Promise<Pool> {
  const { write, replicas } = pools();
  const replica = replicas[turn++ % Math.max(1, replicas.length)];
  if (replica === undefined || context?.mutates) return write;
  const atLeast = context?.atLeast ?? 0;
  if (atLeast === 0) return replica;
  return (await hasReplayed(replica, atLeast)) ? replica : write;
}

async function hasReplayed(replica: Pool, position: number): Promise<boolean> {
  try {
    const { rows } = await run<{ last: number }>(replica, sql`select last from event_positions`);
    return (rows[0]?.last ?? 0) >= position;
  } catch {
    return false;
  }
}
