import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Named } from "../schema";

/** All teams, by name; there are never so many that a menu could not hold them. */
export function teams(): Promise<Named[]> {
  return db.read.rows<Named>(sql`
    select id, name from teams order by name limit ${raw(String(limits.teamsMax))}`);
}
