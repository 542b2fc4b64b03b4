import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

const benchView = "Bench ";

/** What agents keep views of: broad and narrow, by every column that the sidebar counts by, and others. */
const filters = [
  "status:open",
  "status:open priority:urgent",
  "status:open priority:high,urgent",
  "status:open assignee:none",
  "status:open assignee:me",
  "status:open sla:breached",
  "status:open sla:at_risk",
  "status:pending",
  "status:pending assignee:me",
  "status:on_hold",
  "status:open,pending,on_hold",
  "status:open channel:email",
  "status:open tag:billing",
  "status:open tag:firmware",
  "status:open created:<3d",
  "status:open updated:>7d",
  "status:open team:none",
  "status:open snoozed:none",
  "status:open -tag:billing priority:low",
  "status:open,pending waiting:>1d",
] as const;

/** Gives somebody as many views as the sidebar counts at once. */
export async function ensureViews({ id: ownerId }: Actor): Promise<void> {
  const at = new Date(nowMs());
  for (const [place, filter] of filters.entries())
    await db.write.rows(sql`
      insert into views (id, owner_id, audience, name, filter, sort, created_at, updated_at)
      select ${newId()}, ${ownerId}, 'personal', ${benchView + String(place + 1)}, ${filter},
        'updated', ${at}, ${at}
      where not exists (select from views
        where owner_id = ${ownerId} and name = ${benchView + String(place + 1)})`);
}
