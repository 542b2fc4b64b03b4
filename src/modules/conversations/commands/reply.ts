import * as z from "zod";
import {
  landedTicketForUpdate,
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
import { dropDraft } from "../steps/drafts";
import { tellMentioned } from "../steps/mentions";
import { followUp } from "./follow-up";

const replySchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  kind: z.enum(messageKinds).default("reply"),
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  /** How long the reply can be taken back before anyone sees it; notes are never held. */
  holdSeconds: z.int().min(0).max(limits.holdSecondsMax).default(0),
  /** A later time at which it goes; agents only. Until then it is held like any other. */
  sendAt: z.iso.datetime().optional(),
  /** The version of the draft that is sent: it is dropped with the sending, a newer one stays. */
  draftVersion: z.int().positive().optional(),
  /** The status that the ticket takes with the reply; agents only. */
  setStatus: z.enum(["open", "pending", "on_hold", "resolved"]).optional(),
});

type Hold = { holdSeconds: number; sendAt?: string | undefined };

/** When it goes: never before it could be taken back; null is at once. */
function releaseTime(now: Date, { holdSeconds, sendAt }: Hold): Date | null {
  const wantedMs = sendAt === undefined ? 0 : Date.parse(sendAt);
  if (wantedMs > now.getTime() + limits.sendLaterMsMax)
    throw new AppError("invalid_input", { detail: { field: "sendAt" } });
  const atMs = Math.max(wantedMs, now.getTime() + holdSeconds * 1_000);
  return atMs > now.getTime() ? new Date(atMs) : null;
}

/** What is said inside a transaction: of a person's own command, or of a macro's. */
export async function speak(
  tx: CommandTx,
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  input: Omit<z.output<typeof replySchema>, "commandId">,
) {
  const staff = actor.audience !== "customer";
  const forStaff = [input.setStatus, input.sendAt].some((given) => given !== undefined);
  if (!staff && (input.kind === "note" || forStaff)) throw new AppError("forbidden");
  const releaseAt = releaseTime(now, input);
  // A customer's words find their way; an agent is told, because they were written to another.
  const landed = staff ? ticketForUpdate : landedTicketForUpdate;
  const ticket = await landed(tx, actor, input.ticketId);
  if (ticket.mergedInto !== null)
    throw new AppError("ticket_merged", { detail: { number: ticket.mergedInto } });
  if (!staff && !takesReplies(ticket, now)) {
    const { attachmentIds } = input;
    const words = { body: readBody(input.body, attachmentIds), attachmentIds };
    const made = await followUp(tx, { actor, now }, ticket, words);
    return { messageId: made.messageId, version: 1, releaseAt: null, followUp: made.number };
  }
  if (ticket.status === "closed")
    throw new AppError("ticket_closed", { detail: { ticketId: ticket.id } });
  const status = input.setStatus === ticket.status ? undefined : input.setStatus;
  if (status !== undefined && !mayBecome(ticket.status, status))
    throw new AppError("status_not_allowed", { detail: { from: ticket.status, to: status } });
  const body = readBody(input.body, input.attachmentIds);
  const written = {
    ticketId: ticket.id,
    kind: input.kind,
    body,
    source: input.body,
    attachmentIds: input.attachmentIds,
  };
  const about = { author: actor, ticketId: ticket.id, kind: input.kind };
  // After the message has taken its files.
  const draftSent = async () =>
    input.draftVersion === undefined ? [] : dropDraft(tx, about, input.draftVersion);

  if (releaseAt !== null && input.kind === "reply") {
    const hold = { releaseAt, status: status ?? null };
    const held = await insertMessage(tx, actor, { ...written, channel: "web", at: now, hold });
    tx.append(...(await draftSent()));
    tx.append(messageHeld.make({ message: forTravel(held) }, { ticketId: ticket.id }));
    const at = releaseAt.toISOString();
    return { messageId: held.id, version: ticket.version, releaseAt: at, followUp: null };
  }

  const message = await insertMessage(tx, actor, { ...written, channel: "web", at: now });
  tx.append(...(await draftSent()));
  if (input.kind === "note") {
    const note = { ticketId: ticket.id, messageId: message.id, text: body.text };
    tx.append(...(await tellMentioned(tx, actor, note)));
  }
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
  return { messageId: message.id, version: row.version, releaseAt: null, followUp: null };
}

/** Writes a reply or a note. A held reply is a row that only its author sees until its time. */
export const reply = command("tickets.reply", replySchema, speak);
