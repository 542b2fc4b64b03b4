import { db, raw, sql } from "@/platform/database";

export type RecomputeView = {
  id: string;
  reason: "installed" | "policies" | "calendars" | "zone_data";
  totalCount: number | null;
  checkedCount: number;
  movedCount: number;
  createdAt: string;
  endedAt: string | null;
};

type Row = {
  id: string;
  reason: RecomputeView["reason"];
  total_count: number | null;
  checked_count: number;
  moved_count: number;
  created_at: Date;
  ended_at: Date | null;
};

const toView = (row: Row): RecomputeView => ({
  id: row.id,
  reason: row.reason,
  totalCount: row.total_count,
  checkedCount: row.checked_count,
  movedCount: row.moved_count,
  createdAt: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

const columns = raw("id, reason, total_count, checked_count, moved_count, created_at, ended_at");

/** The newest run: how far it is and how many tickets it moved. */
export async function latestRecompute(): Promise<RecomputeView | null> {
  const rows = await db.write.rows<Row>(sql`
    select ${columns} from sla_recomputes order by created_at desc, id desc limit 1`);
  const [row] = rows;
  return row === undefined ? null : toView(row);
}

/** Runs that have not come to their end, for the worker. */
export async function openRecomputes(): Promise<RecomputeView[]> {
  const rows = await db.write.rows<Row>(sql`
    select ${columns} from sla_recomputes where ended_at is null order by created_at limit 10`);
  return rows.map(toView);
}
