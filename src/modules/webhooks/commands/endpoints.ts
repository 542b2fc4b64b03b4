import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { refusedForSending } from "../queries/checked-addresses";
import { endpointSchema } from "../schema";
import { lockSecret, newSecret } from "../steps/secret";

/** @throws AppError `webhook_address_refused` with the reason. What a name means is checked at each sending. */
function mustBeOutside(url: string): void {
  const refused = refusedForSending(url);
  if (refused !== null)
    throw new AppError("webhook_address_refused", {
      detail: { says: refused.words.replace(/\.$/, "") },
    });
}

/** @throws AppError `not_found`, or `settings_changed` when somebody was faster. */
async function heldEndpoint(tx: Transaction, id: string, version?: number): Promise<void> {
  const row = await tx.first<{ version: number }>(sql`
    select version from webhook_endpoints where id = ${id} for update`);
  if (row === undefined) throw new AppError("not_found");
  if (version !== undefined && row.version !== version)
    throw new AppError("settings_changed", { detail: { version: row.version } });
}

const createSchema = endpointSchema.extend({ commandId: commandIdSchema });

/** The secret is no part of the answer: answers are kept, and a secret is shown once. */
export const createEndpoint = command(
  "webhooks.create",
  createSchema,
  async (tx, { actor, now }, { name, url, events }) => {
    mustBeOutside(url);
    await tx.rows(sql`lock table webhook_endpoints in share row exclusive mode`);
    const [known] = await tx.rows<{ count: number }>(sql`
      select count(*)::int as count from webhook_endpoints`);
    if ((known?.count ?? 0) >= limits.webhooksMax)
      throw new AppError("invalid_input", {
        detail: { says: `There are ${limits.webhooksMax} webhooks, and more are not possible` },
      });
    const id = newId(now.getTime());
    await tx.rows(sql`
      insert into webhook_endpoints (id, name, url, events, from_position, secret, created_by,
        created_at, updated_at)
      select ${id}, ${name}, ${url}, ${events}, last, ${lockSecret(newSecret(), id)}, ${actor.id},
        ${now}, ${now}
      from event_positions`);
    return { id };
  },
);

const seen = { commandId: commandIdSchema, id: z.uuid(), version: z.int().positive() };

export const updateEndpoint = command(
  "webhooks.update",
  endpointSchema.extend(seen),
  async (tx, { now }, { id, version, name, url, events }) => {
    mustBeOutside(url);
    await heldEndpoint(tx, id, version);
    await tx.rows(sql`
      update webhook_endpoints
      set name = ${name}, url = ${url}, events = ${events}, updated_at = ${now},
        version = version + 1
      where id = ${id}`);
    return { id };
  },
);

/** Switched on again, it gets what happens from then on, and what still waits. */
export const switchEndpoint = command(
  "webhooks.switch",
  z.object({ ...seen, on: z.boolean() }),
  async (tx, { now }, { id, version, on }) => {
    await heldEndpoint(tx, id, version);
    await tx.rows(sql`
      update webhook_endpoints
      set off_reason = ${on ? null : "person"}, off_at = ${on ? null : now}::timestamptz,
        failing_since = case when ${on} then null else failing_since end,
        from_position = case when ${on} then (select last from event_positions)
          else from_position end,
        updated_at = ${now}, version = version + 1
      where id = ${id} and (off_reason is null) <> ${on}`);
    return { id };
  },
);

/** A new secret; the one before counts for a day, so that receivers can change without a gap. */
export const rotateSecret = command(
  "webhooks.rotate",
  z.object(seen),
  async (tx, { now }, { id, version }) => {
    await heldEndpoint(tx, id, version);
    const until = new Date(now.getTime() + limits.webhookSecretOverlapMs);
    await tx.rows(sql`
      update webhook_endpoints
      set secret_before = secret, before_until = ${until}, secret = ${lockSecret(newSecret(), id)},
        updated_at = ${now}, version = version + 1
      where id = ${id}`);
    return { id };
  },
);

export const removeEndpoint = command(
  "webhooks.remove",
  z.object({ commandId: commandIdSchema, id: z.uuid() }),
  async (tx, _, { id }) => {
    await heldEndpoint(tx, id);
    await tx.rows(sql`delete from webhook_endpoints where id = ${id}`);
    return { id };
  },
);
