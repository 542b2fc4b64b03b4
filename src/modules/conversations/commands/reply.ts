import * as z from "zod";
import {
  logActivity,
  mayBecome,
  rowOf,
  saveTicket,
  spokenBy,
  takesReplies,
  ticketForUpdate,
  ticketUpdated,
} from "@/modules/tickets";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { messageAdded, messageHeld } from "../events";
import { messageKinds } from "../schema";
import { forTravel, insertMessage, readBody, wordsOf } from "../steps";

const replySchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  kind: z.enum(messageKinds).default("reply"),
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  /** How long the reply can be taken back before anyone sees it; notes are never held. */
  holdSeconds: z.int().min(0).max(limits.holdSecondsMax).default(0),
  /** The status that the ticket takes with the reply; agents only. */
  setStatus: z.enum(["open", "pending", "on_hold", "resolved"]).optional(),
});

/** What is said inside a transaction: of a person's own command, or of a macro's. */
export async function speak(
  tx: CommandTx,
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  input: Omit<z.output<typeof replySchema>, "commandId">,
) {
  const staff = actor.audience !== "customer";
  if (!staff && (input.kind === "note" || input.setStatus !== undefined))
    throw new AppError("forbidden");
  const ticket = await ticketForUpdate(tx, actor, input.ticketId);
  if (ticket.status === "closed" || (!staff && !takesReplies(ticket, now)))
    throw new AppError("ticket_closed", { detail: { ticketId: ticket.id } });
  const status = input.setStatus === ticket.status ? undefined : input.setStatus;
  if (status !== undefined && !mayBecome(ticket.status, status))
    throw new AppError("status_not_allowed", { detail: { from: ticket.status, to: status } });
  const body = readBody(input.body, input.attachmentIds);
  const draft = { ticketId: ticket.id, kind: input.kind, body, attachmentIds: input.attachmentIds };

  if (input.holdSeconds > 0 && input.kind === "reply") {
    const releaseAt = new Date(now.getTime() + input.holdSeconds * 1000);
    const hold = { releaseAt, status: status ?? null };
    const held = await insertMessage(tx, actor, { ...draft, channel: "web", at: now, hold });
    tx.append(messageHeld.make({ message: forTravel(held) }, { ticketId: ticket.id }));
    return { messageId: held.id, version: ticket.version, releaseAt: releaseAt.toISOString() };
  }

  const message = await insertMessage(tx, actor, { ...draft, channel: "web", at: now });
  const words = wordsOf(body, input.attachmentIds);
  const spoken = spokenBy(ticket, { staff, kind: input.kind, words, status, at: now });
  await saveTicket(tx, spoken.ticket);
  const by = { id: actor.id, name: actor.name };
  if (spoken.changes.length > 0)
    await logActivity(
      tx,
      { ticketId: ticket.id, actorId: actor.id, at: now },
      { kind: "changed", detail: { changes: spoken.changes } },
    );
  const row = await rowOf(tx, ticket.id);
  tx.append(messageAdded.make({ row, message: forTravel(message) }, { ticketId: ticket.id }));
  if (spoken.changes.length > 0)
    tx.append(ticketUpdated.make({ row, changes: spoken.changes, by }, { ticketId: ticket.id }));
  return { messageId: message.id, version: row.version, releaseAt: null };
}

/** Writes a reply or a note. A held reply is a row that only its author sees until its time. */
export const reply = command("tickets.reply", replySchema, speak);
