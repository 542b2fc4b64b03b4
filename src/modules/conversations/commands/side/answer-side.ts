import * as z from "zod";
import { asideChanged, ticketForUpdate } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readBody } from "../../steps";
import { type Side, sideForUpdate, speakAside } from "../../steps/side";

const schema = z.object({
  commandId: commandIdSchema,
  sideId: z.uuid(),
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
});

/** A side conversation with its ticket, which comes first wherever both are held. */
async function heldSide(tx: Transaction, actor: Actor, sideId: string): Promise<Side> {
  const found = await tx.first<{ ticket_id: string }>(sql`
    select ticket_id from side_conversations where id = ${sideId}`);
  if (found === undefined) throw new AppError("side_not_found");
  await ticketForUpdate(tx, actor, found.ticket_id);
  const side = await sideForUpdate(tx, sideId);
  if (side === null) throw new AppError("side_not_found");
  return side;
}

/** Says something more in a side conversation; one that was closed is open again. */
export const answerSide = command(
  "sides.answer",
  schema,
  async (tx, { actor, now }, { sideId, body, attachmentIds }) => {
    const side = await heldSide(tx, actor, sideId);
    const by = { authorId: actor.id };
    const files = { owner: actor, ids: attachmentIds };
    return speakAside(tx, { side, by, body: readBody(body, attachmentIds), files, at: now });
  },
);

const closeSchema = z.object({ commandId: commandIdSchema, sideId: z.uuid() });

/** Closes a side conversation: nothing more is expected. An answer opens it again. */
export const closeSide = command(
  "sides.close",
  closeSchema,
  async (tx, { actor, now }, { sideId }) => {
    const side = await heldSide(tx, actor, sideId);
    await tx.rows(sql`
      update side_conversations set closed_at = ${now}, answered = false where id = ${sideId}`);
    const about = { ticketId: side.ticketId };
    tx.append(asideChanged.make({ ...about, part: "sides" }, about));
    return { sideId };
  },
);
