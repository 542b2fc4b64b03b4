import * as z from "zod";
import { asideChanged, canReadTicket } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readBody } from "../../steps";
import { sideForUpdate, speakAside } from "../../steps/side";

const schema = z.object({
  commandId: commandIdSchema,
  sideId: z.uuid(),
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
});

/** Says something more in a side conversation; one that was closed is open again. */
export const answerSide = command(
  "sides.answer",
  schema,
  async (tx, { actor, now }, { sideId, body }) => {
    const side = await sideForUpdate(tx, sideId);
    if (side === null || !(await canReadTicket(actor, side.ticketId)))
      throw new AppError("side_not_found");
    const by = { authorId: actor.id };
    return speakAside(tx, { side, by, body: readBody(body, []), at: now });
  },
);

const closeSchema = z.object({ commandId: commandIdSchema, sideId: z.uuid() });

/** Closes a side conversation: nothing more is expected. An answer opens it again. */
export const closeSide = command(
  "sides.close",
  closeSchema,
  async (tx, { actor, now }, { sideId }) => {
    const side = await sideForUpdate(tx, sideId);
    if (side === null || !(await canReadTicket(actor, side.ticketId)))
      throw new AppError("side_not_found");
    await tx.rows(sql`
      update side_conversations set closed_at = ${now}, answered = false where id = ${sideId}`);
    const about = { ticketId: side.ticketId };
    tx.append(asideChanged.make({ ...about, part: "sides" }, about));
    return { sideId };
  },
);
