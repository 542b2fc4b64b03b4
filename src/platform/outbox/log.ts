import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { PlacedEnvelope } from "./event";

export type OutboxRow = {
  id: string;
  name: string;
  version: number;
  ticket_id: string | null;
  actor_id: string | null;
  command_id: string | null;
  request_id: string | null;
  payload: unknown;
  occurred_at: Date;
  position: number;
};

export const outboxColumns = raw(
  "id, name, version, ticket_id, actor_id, command_id, request_id, payload, occurred_at, position",
);

export function toEnvelope(row: OutboxRow): PlacedEnvelope {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    ticketId: row.ticket_id,
    actorId: row.actor_id,
    commandId: row.command_id,
    requestId: row.request_id,
    occurredAt: row.occurred_at.toISOString(),
    payload: row.payload,
    position: row.position,
  };
}

/** The highest position given, and the epoch that it belongs to. */
export async function lastPosition(): Promise<{ last: number; epoch: number }> {
  const rows = await db.write.rows<{ last: number; epoch: number }>(
    sql`select last, epoch from event_positions`,
  );
  return rows[0] ?? { last: 0, epoch: 0 };
}

/** Events above a position in their order, at most `catchUpEventsMax`. */
export async function eventsAfter(position: number): Promise<PlacedEnvelope[]> {
  const rows = await db.write.rows<OutboxRow>(sql`
    select ${outboxColumns} from outbox where position > ${position}
    order by position limit ${raw(String(limits.catchUpEventsMax))}`);
  return rows.map(toEnvelope);
}
