import { bulk, sql, type Transaction } from "@/platform/database";
import type { NewEvent } from "./event";

export type EventOrigin = {
  actorId: string | null;
  commandId: string | null;
  requestId: string | null;
  now: Date;
};

/** Writes events into the outbox, in the transaction of what they tell; one statement for all. */
export async function appendEvents(
  tx: Transaction,
  events: readonly NewEvent[],
  origin: EventOrigin,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => [
    event.id,
    event.name,
    event.version,
    event.ticketId,
    origin.actorId,
    origin.commandId,
    origin.requestId,
    JSON.stringify(event.payload),
    event.occurredAt ?? origin.now,
  ]);
  await tx.rows(sql`
    insert into outbox (id, name, version, ticket_id, actor_id, command_id, request_id, payload,
      occurred_at)
    values ${bulk(rows)}`);
}
