import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { ticketUpdated } from "../events";
import { snoozeRefusal } from "../rules/snooze";
import { snoozeUntilSchema } from "../schema";
import { logActivity, rowOf, saveTicket, ticketForUpdate } from "../steps";
import { snoozeTime } from "../steps/snooze-many";

const snoozeSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  /** A time, or until the requester replies; null brings it back now. */
  until: snoozeUntilSchema.nullable(),
});

/** Puts a ticket aside until a time or a reply, or brings it back. */
export const snoozeTicket = command(
  "tickets.snooze",
  snoozeSchema,
  async (tx, { actor, now }, input) => {
    const ticket = await ticketForUpdate(tx, actor, input.ticketId);
    const refused = snoozeRefusal(ticket);
    if (refused !== null) throw new AppError(refused);
    const snoozedUntil = snoozeTime(input.until, now);
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
