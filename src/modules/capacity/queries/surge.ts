import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import type { SurgeLevel } from "@/platform/surge";

type Now = {
  auto_level: SurgeLevel;
  says: string;
  manual_level: SurgeLevel | null;
  manual_says: string | null;
  manual_by: string | null;
  until: Date | null;
  manual_at: Date | null;
};

/** Which level counts: what somebody chose, for as long as they chose it; else what is measured. */
export async function surgeNow() {
  const [row] = await db.write.rows<Now>(sql`
    select surge_state.level as auto_level, surge_state.says, hand.level as manual_level,
      hand.says as manual_says, hand.name as manual_by, hand.until, hand.at as manual_at
    from surge_state left join lateral (
      select surge_changes.level, surge_changes.says, users.name, surge_changes.until,
        surge_changes.at
      from surge_changes join users on users.id = surge_changes.actor_id
      where surge_changes.until > ${now()} and surge_changes.ended_at is null
      order by seq desc limit 1) hand on true`);
  const auto = { level: row?.auto_level ?? 0, says: row?.says ?? "" };
  const hand =
    row === undefined || row.manual_level === null || row.until === null || row.manual_at === null
      ? null
      : {
          level: row.manual_level,
          says: row.manual_says ?? "",
          by: row.manual_by ?? "",
          until: row.until.toISOString(),
          at: row.manual_at.toISOString(),
        };
  return { level: hand?.level ?? auto.level, auto, hand };
}

type Change = {
  id: string;
  level: SurgeLevel;
  says: string;
  name: string | null;
  at: Date;
  until: Date | null;
  ended_at: Date | null;
};

/** How surge mode stands, and its last changes: by whom, or by itself, and why. */
export async function surge() {
  const rows = await db.write.rows<Change>(sql`
    select surge_changes.id, surge_changes.level, surge_changes.says, users.name,
      surge_changes.at, surge_changes.until, surge_changes.ended_at
    from surge_changes left join users on users.id = surge_changes.actor_id
    order by seq desc limit 50`);
  return {
    ...(await surgeNow()),
    changes: rows.map(({ name, at, until, ended_at, ...change }) => ({
      ...change,
      by: name,
      at: at.toISOString(),
      until: (ended_at ?? until)?.toISOString() ?? null,
    })),
  };
}
