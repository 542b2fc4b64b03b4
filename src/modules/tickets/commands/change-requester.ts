import * as z from "zod";
import { emailSchema, nameSchema, requesterFor } from "@/modules/identity";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { ticketUpdated } from "../events";
import { logActivity, rowOf, saveTicket, ticketForUpdate } from "../steps";

/** Somebody who is known, or an address that will be. */
export const wantedRequesterSchema = z.union([
  z.object({ id: z.uuid() }),
  z.object({ email: emailSchema, name: nameSchema }),
]);

const changeRequesterSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  requester: wantedRequesterSchema,
});

/** Says that somebody else asked: they see the ticket from now on, who was named before does not. */
export const changeRequester = command(
  "tickets.changeRequester",
  changeRequesterSchema,
  async (tx, { actor, now }, input) => {
    const ticket = await ticketForUpdate(tx, actor, input.ticketId);
    if (ticket.status === "closed") throw new AppError("ticket_closed");
    const requester = await requesterFor(tx, input.requester, now);
    if (requester.id === ticket.requesterId)
      return { ticketId: ticket.id, version: ticket.version };
    const before = await rowOf(tx, ticket.id);
    const participantIds = ticket.participantIds.filter((id) => id !== requester.id);
    await saveTicket(tx, {
      ...ticket,
      requesterId: requester.id,
      participantIds,
      organizationId: requester.organization_id,
      version: ticket.version + 1,
      updatedAt: now,
    });
    const entry = {
      kind: "requester_changed",
      detail: { from: before.requester.name, to: requester.name },
    };
    await logActivity(tx, { ticketId: ticket.id, actorId: actor.id, at: now }, entry);
    const row = await rowOf(tx, ticket.id);
    const changes = [
      { field: "requesterId", from: ticket.requesterId, to: requester.id },
      { field: "organizationId", from: ticket.organizationId, to: requester.organization_id },
      { field: "participantIds", from: before.participantIds, to: participantIds },
    ].filter(({ from, to }) => String(from) !== String(to));
    const by = { id: actor.id, name: actor.name };
    tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: ticket.id }));
    return { ticketId: ticket.id, version: row.version };
  },
);
