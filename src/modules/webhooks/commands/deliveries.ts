import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { bodyOf } from "../rules/body";

const schema = z.object({ commandId: commandIdSchema, id: z.uuid() });

/** Sends something again with the id that it had, so that who has it knows it; tried as long as before. */
export const replayDelivery = command("webhooks.replay", schema, async (tx, { now }, { id }) => {
  const row = await tx.first<{ state: string; body: string }>(sql`
    select state, body from webhook_deliveries where id = ${id} for update`);
  if (row === undefined) throw new AppError("not_found");
  if (row.body === "") throw new AppError("webhook_delivery_withdrawn");
  await tx.rows(sql`
    update webhook_deliveries
    set state = 'waiting', turn_at = ${now}, due_at = ${now}, claimed_until = null,
      settled_at = null
    where id = ${id}`);
  return { id };
});

/** Sends an event that tells of nothing, to see whether it arrives. */
export const testEndpoint = command(
  "webhooks.test",
  schema,
  async (tx, { actor, now }, { id: endpointId }) => {
    const endpoint = await tx.first<{ name: string; off: boolean }>(sql`
      select name, off_reason is not null as off from webhook_endpoints
      where id = ${endpointId} for key share`);
    if (endpoint === undefined) throw new AppError("not_found");
    if (endpoint.off) throw new AppError("webhook_off");
    const [id, eventId] = [newId(now.getTime()), newId(now.getTime())];
    const told = { name: "webhook.tested", version: 1, data: { endpointId, name: endpoint.name } };
    const about = { id: eventId, occurredAt: now.toISOString(), actorId: actor.id };
    await tx.rows(sql`
      insert into webhook_deliveries (id, endpoint_id, event_id, event_name, body, state, turn_at,
        due_at, created_at)
      values (${id}, ${endpointId}, ${eventId}, ${told.name},
        ${bodyOf(about, { ...told, name: "webhook.tested" })}, 'waiting', ${now}, ${now}, ${now})`);
    return { id };
  },
);
