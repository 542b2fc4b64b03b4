import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { ticketUpdated } from "../events";
import { change } from "../rules/change";
import { takesReplies } from "../rules/turn";
import { logActivity, rowOf, saveTicket, ticketForUpdate } from "../steps";

const schema = z.object({ commandId: commandIdSchema, ticketId: z.uuid() });

/** What a customer may do to a request's status: mark it as solved, or reopen it in time. */
const becoming = (name: string, status: "resolved" | "open") =>
  command(name, schema, async (tx, { actor, now }, input) => {
    const ticket = await ticketForUpdate(tx, actor, input.ticketId);
    if (!takesReplies(ticket, now))
      throw new AppError("ticket_closed", { detail: { ticketId: ticket.id } });
    const decided = change(ticket, { status }, {}, now, "requester");
    if ("refused" in decided) throw new AppError(decided.refused);
    if (decided.changes.length === 0) return { ticketId: ticket.id, version: ticket.version };
    await saveTicket(tx, decided.ticket);
    const changes = [{ field: "status", from: ticket.status, to: status }];
    const about = { ticketId: ticket.id, actorId: actor.id, at: now };
    await logActivity(tx, about, { kind: "changed", detail: { changes } });
    const row = await rowOf(tx, ticket.id);
    const by = { id: actor.id, name: actor.name };
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: ticket.id }));
    return { ticketId: ticket.id, version: row.version };
  });

export const requestStatus = {
  resolve: becoming("requests.resolve", "resolved"),
  reopen: becoming("requests.reopen", "open"),
};
