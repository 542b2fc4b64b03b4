import { now } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readSecret } from "../steps/secret";

type Row = {
  id: string;
  name: string;
  url: string;
  events: string[];
  off_reason: "person" | "failing" | "gone" | null;
  off_at: Date | null;
  failing_since: Date | null;
  before_until: Date | null;
  version: number;
  delivered: number;
  failed: number;
  waiting: number;
};
const dayMs = 24 * 3_600_000;
const countMax = raw(String(limits.viewCountMax));

const counted = (state: "delivered" | "failed" | "waiting") => sql`
  (select count(*)::int from (
    select from webhook_deliveries
    where endpoint_id = webhook_endpoints.id and state = ${state}
      and created_at > ${new Date(now().getTime() - dayMs)}
    limit ${countMax}) bounded)`;

/** Every endpoint, with how it went in the last day; each count stops at a thousand. */
export async function endpoints() {
  const rows = await db.write.rows<Row>(sql`
    select id, name, url, events, off_reason, off_at, failing_since, before_until, version,
      ${counted("delivered")} as delivered, ${counted("failed")} as failed,
      ${counted("waiting")} as waiting
    from webhook_endpoints order by name, id limit ${raw(String(limits.webhooksMax))}`);
  return {
    endpoints: rows.map((row) => ({
      id: row.id,
      name: row.name,
      url: row.url,
      events: row.events,
      off:
        row.off_reason === null
          ? null
          : { reason: row.off_reason, at: (row.off_at ?? now()).toISOString() },
      failingSince: row.failing_since?.toISOString() ?? null,
      secretBeforeUntil:
        row.before_until !== null && row.before_until > now()
          ? row.before_until.toISOString()
          : null,
      version: row.version,
      lastDay: { delivered: row.delivered, failed: row.failed, waiting: row.waiting },
    })),
  };
}

/** For the one answer in which somebody sees it. */
export async function secretOf(id: string): Promise<string> {
  const [row] = await db.write.rows<{ secret: string }>(sql`
    select secret from webhook_endpoints where id = ${id}`);
  if (row === undefined) throw new AppError("not_found");
  return readSecret(row.secret, id);
}
