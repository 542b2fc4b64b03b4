import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Named } from "../schema";

const uuid = z.uuid();
export const namesInput = z.object({ ids: z.array(uuid).max(limits.namesAskedMax) });

/** What people, teams and organizations are called, those who left and were put away, too. */
export async function namesOf(ids: readonly string[]): Promise<Named[]> {
  const asked = [...new Set(ids)].slice(0, limits.namesAskedMax);
  if (asked.length === 0) return [];
  return db.read.rows<Named>(sql`
    select id, name from users where id = any(${asked}::uuid[])
    union all select id, name from teams where id = any(${asked}::uuid[])
    union all select id, name from organizations where id = any(${asked}::uuid[])
    limit ${raw(String(limits.namesAskedMax))}`);
}
