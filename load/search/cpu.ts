import { readFileSync } from "node:fs";
import { db, sql } from "@/platform/database";

/** How long a process has been on a core, in ms; null where the machine does not say so. */
function onCoreMs(pid: number): number | null {
  try {
    const [ns = ""] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return Number(ns) / 1e6;
  } catch {
    return null;
  }
}

/**
 * The time that the database's side of our connections has spent on a core, for a database on this
 * machine: unlike the time that one waits, it is the same beside whatever else the machine does.
 */
export async function databaseCpu(): Promise<(() => number) | null> {
  const rows = await db.search.rows<{ pid: number }>(sql`
    select pid from pg_stat_activity
    where application_name = current_setting('application_name') and datname = current_database()`);
  const pids = rows.map(({ pid }) => pid);
  const ownMs = pids.map(onCoreMs);
  if (ownMs.some((ms) => ms === null)) return null;
  return () => pids.reduce((sum, pid) => sum + (onCoreMs(pid) ?? 0), 0);
}
