import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { exportRequested } from "../events";
import { mayAskAgain } from "../rules/export-state";
import { requestExportSchema } from "../schema";

type Last = {
  id: string;
  requested_at: Date;
  ready_at: Date | null;
  expires_at: Date;
};

/** Asks for a copy of one's own data: once a day, and not while one is made. */
export const requestExport = command(
  "privacy.requestExport",
  requestExportSchema,
  async (tx, { actor, now }) => {
    await tx.rows(sql`select id from users where id = ${actor.id} for no key update`);
    const row = await tx.first<Last>(sql`
      select id, requested_at, ready_at, expires_at from data_exports
      where person_id = ${actor.id} order by requested_at desc limit 1`);
    const last =
      row === undefined
        ? null
        : { requestedAt: row.requested_at, readyAt: row.ready_at, expiresAt: row.expires_at };
    if (row !== undefined && !mayAskAgain(last, now, limits.exportEveryMs))
      return { exportId: row.id, isNew: false };
    const exportId = newId(now.getTime());
    const expiresAt = new Date(now.getTime() + limits.exportKeepMs);
    await tx.rows(sql`
      insert into data_exports (id, person_id, requested_at, expires_at)
      values (${exportId}, ${actor.id}, ${now}, ${expiresAt})`);
    tx.append(exportRequested.make({ exportId }));
    return { exportId, isNew: true };
  },
);
