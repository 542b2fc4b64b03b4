import type { Actor } from "@/platform/auth/actor";
import { now as clockNow } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type ExportState, exportState, mayAskAgain } from "../rules/export-state";

type Row = {
  id: string;
  requested_at: Date;
  requests_done: number;
  requests_total: number;
  ready_at: Date | null;
  expires_at: Date;
  bytes: number | null;
};

export type ExportView = {
  id: string;
  state: ExportState;
  requestedAt: string;
  expiresAt: string;
  done: number;
  total: number;
  bytes: number;
};

/** The latest copy that somebody asked for, and whether they may ask for another. */
export async function latestExport(
  actor: Actor,
): Promise<{ latest: ExportView | null; mayAsk: boolean }> {
  const now = clockNow();
  const [row] = await db.write.rows<Row>(sql`
    select id, requested_at, requests_done, requests_total, ready_at, expires_at,
      octet_length(content) as bytes
    from data_exports where person_id = ${actor.id} order by requested_at desc limit 1`);
  if (row === undefined) return { latest: null, mayAsk: true };
  const facts = {
    requestedAt: row.requested_at,
    readyAt: row.ready_at,
    expiresAt: row.expires_at,
  };
  return {
    latest: {
      id: row.id,
      state: exportState(facts, now),
      requestedAt: row.requested_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      done: row.requests_done,
      total: row.requests_total,
      bytes: row.bytes ?? 0,
    },
    mayAsk: mayAskAgain(facts, now, limits.exportEveryMs),
  };
}

/** The file itself, for whoever it is about; null when it is another's, gone, or not ready yet. */
export async function exportFile(actor: Actor, exportId: string): Promise<Buffer | null> {
  const [row] = await db.write.rows<{ content: Buffer }>(sql`
    select content from data_exports where id = ${exportId} and person_id = ${actor.id}
      and content is not null and expires_at > ${clockNow()}`);
  return row?.content ?? null;
}

/** For whom a copy that is not made yet is. */
export async function exportedPerson(exportId: string): Promise<string | null> {
  const [row] = await db.write.rows<{ person_id: string }>(sql`
    select person_id from data_exports
    where id = ${exportId} and ready_at is null and expires_at > ${clockNow()}`);
  return row?.person_id ?? null;
}

/** Copies that were asked for a while ago and are not there: their jobs may be lost. */
export function unfinishedExports(before: Date): Promise<{ id: string }[]> {
  return db.write.rows<{ id: string }>(sql`
    select id from data_exports
    where ready_at is null and requested_at < ${before} and expires_at > ${clockNow()}
    order by requested_at limit ${raw(String(limits.personPageRows))}`);
}
