import * as z from "zod";
import { ticketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { heldMessage, sendHeld } from "../steps/release";

const sendNowSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
});

/**
 * Sends a reply that waits for a later time at once; its author alone knows that it waits.
 * @throws AppError `send_not_undoable` when it does not wait any more.
 */
export const sendNow = command(
  "tickets.sendNow",
  sendNowSchema,
  async (tx, { actor, now }, input) => {
    const ticket = await ticketForUpdate(tx, actor, input.ticketId);
    const held = await heldMessage(tx, actor, input);
    if (held === undefined)
      throw new AppError("send_not_undoable", { detail: { messageId: input.messageId } });
    tx.append(...(await sendHeld(tx, actor, { ticket, held, at: now })));
    return { messageId: held.id };
  },
);
