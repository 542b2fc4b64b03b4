import * as z from "zod";
import { db, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { type DeliveryState, deliveryStates } from "../schema";

export const deliveriesInput = z.object({
  endpointId: z.uuid(),
  state: z.enum(deliveryStates).nullable().default(null),
  cursor: z.string().max(400).optional(),
});

type Row = {
  id: string;
  event_id: string;
  event_name: string;
  state: DeliveryState;
  attempts: number;
  due_at: Date | null;
  created_at: Date;
  settled_at: Date | null;
};

const headOf = (row: Row) => ({
  id: row.id,
  eventId: row.event_id,
  event: row.event_name,
  state: row.state,
  attempts: row.attempts,
  dueAt: row.due_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
});

const markSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const markOf = (row: Row) =>
  Buffer.from(JSON.stringify([row.created_at.toISOString(), row.id])).toString("base64url");

/** @throws AppError `page_mark_invalid` */
function afterMark(mark: string | undefined): Sql {
  if (mark === undefined) return sql`true`;
  try {
    const [at, id] = markSchema.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
    return sql`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`;
  } catch (cause) {
    throw new AppError("page_mark_invalid", { cause });
  }
}

/** What was sent to an endpoint, or waits, the newest first. */
export async function deliveries({ endpointId, state, cursor }: z.output<typeof deliveriesInput>) {
  const rows = await db.write.rows<Row>(sql`
    select id, event_id, event_name, state, attempts, due_at, created_at, settled_at
    from webhook_deliveries
    where endpoint_id = ${endpointId} and ${state === null ? sql`true` : sql`state = ${state}`}
      and ${afterMark(cursor)}
    order by created_at desc, id desc limit ${raw(String(limits.webhookDeliveryPageRows))}`);
  const last = rows.at(-1);
  const isFull = rows.length === limits.webhookDeliveryPageRows;
  return { deliveries: rows.map(headOf), next: isFull && last !== undefined ? markOf(last) : null };
}

type Attempt = {
  number: number;
  at: Date;
  duration_ms: number;
  status: number | null;
  fault: string | null;
  request: string;
  response: string;
};

/** One delivery with what was sent and what was answered each time, in excerpts. */
export async function delivery(id: string) {
  const [row] = await db.write.rows<Row & { body: string }>(sql`
    select id, event_id, event_name, state, attempts, due_at, created_at, settled_at,
      left(body, ${raw(String(limits.webhookExcerptCharsMax))}) as body
    from webhook_deliveries where id = ${id}`);
  if (row === undefined) throw new AppError("not_found");
  const attempts = await db.write.rows<Attempt>(sql`
    select number, at, duration_ms, status, fault, request, response from webhook_attempts
    where delivery_id = ${id}
    order by number desc limit ${raw(String(limits.webhookAttemptsShownMax))}`);
  return {
    ...headOf(row),
    body: row.body,
    tries: attempts.map(({ at, duration_ms, ...attempt }) => ({
      ...attempt,
      at: at.toISOString(),
      durationMs: duration_ms,
    })),
  };
}
