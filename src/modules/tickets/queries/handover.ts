import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export const handoverInput = z.object({ fromId: z.uuid() });

type Row = {
  holds: number;
  id: string | null;
  total: number | null;
  moved: number | null;
  to_name: string | null;
  created_at: Date | null;
  finished_at: Date | null;
};

/** How many open tickets somebody has, and how far the last handover of them is. */
export async function handoverOf({ fromId }: z.output<typeof handoverInput>) {
  const [row] = await db.write.rows<Row>(sql`
    select held.holds, last.*
    from (select count(*)::int as holds from (
      select from tickets where assignee_id = ${fromId} and status in ('open', 'pending', 'on_hold')
        and not synthetic limit ${raw(String(limits.viewCountMax))}) bounded) held
    left join lateral (
      select handovers.id, handovers.total, handovers.moved, users.name as to_name,
        handovers.created_at, handovers.finished_at
      from handovers left join users on users.id = handovers.to_id
      where handovers.from_id = ${fromId} order by handovers.created_at desc limit 1) last on true`);
  const last =
    row === undefined || row.id === null
      ? null
      : {
          total: row.total ?? 0,
          moved: row.moved ?? 0,
          toName: row.to_name,
          startedAt: row.created_at?.toISOString() ?? null,
          finishedAt: row.finished_at?.toISOString() ?? null,
        };
  return { holds: row?.holds ?? 0, last };
}

/** Handovers that have not ended and whose job may be lost. */
export function unfinishedHandovers(before: Date): Promise<{ id: string }[]> {
  return db.write.rows<{ id: string }>(sql`
    select id from handovers where finished_at is null and created_at < ${before}
    order by created_at limit ${raw(String(limits.personPageRows))}`);
}

/** Who asked for a handover, for the job that acts for them. */
export async function handoverAskedBy(handoverId: string): Promise<Actor["id"] | null> {
  const [row] = await db.write.rows<{ asked_by: string }>(sql`
    select asked_by from handovers where id = ${handoverId} and finished_at is null`);
  return row?.asked_by ?? null;
}
