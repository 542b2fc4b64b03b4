import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { ticketUpdated } from "../events";
import { untilReply } from "../rules/snooze";
import { isActive } from "../rules/words";
import { logActivity, rowOf, saveTicket, ticketForUpdate } from "../steps";

const snoozeSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  /** A time, or until the requester replies; null brings it back now. */
  until: z.union([z.iso.datetime(), z.literal("reply")]).nullable(),
});

function timeOf(until: string | null, now: Date): Date | null {
  if (until === null) return null;
  if (until === "reply") return untilReply;
  const at = new Date(until);
  const aheadMs = at.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > limits.snoozeMsMax)
    throw new AppError("invalid_input", { detail: { field: "until" } });
  return at;
}

/** Puts a ticket aside until a time or a reply, or brings it back. */
export const snoozeTicket = command(
  "tickets.snooze",
  snoozeSchema,
  async (tx, { actor, now }, input) => {
    const ticket = await ticketForUpdate(tx, actor, input.ticketId);
    if (ticket.status === "closed") throw new AppError("ticket_closed");
    if (!isActive(ticket.status)) throw new AppError("status_not_allowed");
    const snoozedUntil = timeOf(input.until, now);
    if (ticket.snoozedUntil?.getTime() === snoozedUntil?.getTime())
      return { ticketId: ticket.id, version: ticket.version };
    const version = ticket.version + 1;
    await saveTicket(tx, { ...ticket, snoozedUntil, version, updatedAt: now });
    const from = ticket.snoozedUntil?.toISOString() ?? null;
    const to = snoozedUntil?.toISOString() ?? null;
    const entry = { kind: to === null ? "unsnoozed" : "snoozed", detail: { until: to } };
    await logActivity(tx, { ticketId: ticket.id, actorId: actor.id, at: now }, entry);
    const row = await rowOf(tx, ticket.id);
    const changes = [{ field: "snoozedUntil", from, to }];
    const by = { id: actor.id, name: actor.name };
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: ticket.id }));
    return { ticketId: ticket.id, version };
  },
);
