import type { Pool } from "pg";
import { requestContext } from "@/platform/process";
import { pools } from "./pools";
import { run, sql } from "./sql";

let turn = 0;

/** A replica whose snapshot holds the position that this request must see, else the primary. */
export async function readPool(): Promise<Pool> {
  const { write, replicas } = pools();
  const replica = replicas[turn++ % Math.max(1, replicas.length)];
  if (replica === undefined) return write;
  const context = requestContext();
  if (context?.mutates) return write;
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
