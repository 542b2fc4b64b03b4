import * as z from "zod";
import { db, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

export const incidentsInput = z.object({
  which: z.enum(["open", "past"]),
  cursor: z.string().max(400).optional(),
});

type Row = {
  id: string;
  subject: string;
  level: "warning" | "critical";
  title: string;
  says: string;
  action: string;
  path: string;
  opened_at: Date;
  acknowledged_at: Date | null;
  acknowledged_by_name: string | null;
  resolved_at: Date | null;
  unknown: boolean;
};

const columns = sql`incidents.id, incidents.subject, incidents.level, incidents.title,
  incidents.says, incidents.action, incidents.path, incidents.opened_at,
  incidents.acknowledged_at, users.name as acknowledged_by_name, incidents.resolved_at,
  coalesce(incident_watches.unknown and incidents.resolved_at is null, false) as unknown
  from incidents left join users on users.id = incidents.acknowledged_by
  left join incident_watches on incident_watches.subject = incidents.subject`;

const viewOf = (row: Row) => ({
  id: row.id,
  subject: row.subject,
  level: row.level,
  title: row.title,
  says: row.says,
  action: row.action,
  path: row.path,
  openedAt: row.opened_at.toISOString(),
  acknowledged:
    row.acknowledged_at === null
      ? null
      : { at: row.acknowledged_at.toISOString(), by: row.acknowledged_by_name ?? "" },
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  /** Whether it cannot be seen at the moment how it is. */
  unknown: row.unknown,
});

const markSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const markOf = (row: Row) =>
  Buffer.from(JSON.stringify([row.opened_at.toISOString(), row.id])).toString("base64url");

/** @throws AppError `page_mark_invalid` */
function afterMark(mark: string | undefined): Sql {
  if (mark === undefined) return sql`true`;
  try {
    const [at, id] = markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
    return sql`(incidents.opened_at, incidents.id) < (${at}::timestamptz, ${id}::uuid)`;
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

/** What is wrong now, or was, the newest first. */
export async function incidents({ which, cursor }: z.output<typeof incidentsInput>) {
  const state = which === "open" ? sql`resolved_at is null` : sql`resolved_at is not null`;
  const rows = await db.write.rows<Row>(sql`
    select ${columns} where ${state} and ${afterMark(cursor)}
    order by incidents.opened_at desc, incidents.id desc
    limit ${raw(String(limits.incidentPageRows))}`);
  const last = rows.at(-1);
  const isFull = rows.length === limits.incidentPageRows;
  return { incidents: rows.map(viewOf), next: isFull && last !== undefined ? markOf(last) : null };
}

type Entry = { id: string; kind: string; says: string; name: string | null; at: Date };

/** One incident with its line, the newest entry last. */
export async function incident(id: string) {
  const [row] = await db.write.rows<Row>(sql`select ${columns} where incidents.id = ${id}`);
  if (row === undefined) throw new AppError("not_found");
  const entries = await db.write.rows<Entry>(sql`
    select id, kind, says, name, at from (
      select incident_entries.id, incident_entries.kind, incident_entries.says, users.name,
        incident_entries.at, seq
      from incident_entries left join users on users.id = incident_entries.actor_id
      where incident_id = ${id}
      order by seq desc
      limit ${raw(String(limits.incidentEntriesShownMax))}) newest
    order by seq`);
  return {
    ...viewOf(row),
    entries: entries.map(({ name, at, ...entry }) => ({
      ...entry,
      by: name,
      at: at.toISOString(),
    })),
  };
}
