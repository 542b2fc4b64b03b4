import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { participantLeft, ticketUpdated } from "../events";
import { change } from "../rules/change";
import { prioritySchema, statusSchema, subjectSchema, tagSchema } from "../schema";
import { logActivity, rowOf, saveTicket, ticketForUpdate } from "../steps";
import { checkAssignment } from "./check-assignment";
import { checkParticipants } from "./check-participants";

const fields = z.object({
  status: statusSchema.optional(),
  priority: prioritySchema.optional(),
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  subject: subjectSchema.optional(),
  tags: z.array(tagSchema).max(limits.ticketTagsMax).optional(),
  participantIds: z.array(z.uuid()).max(limits.participantsMax).optional(),
});

const updateTicketSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  changes: fields,
  /** The values that the person saw; a field that differs by now is a conflict. */
  seen: fields.default({}),
});

/** Changes fields of a ticket, all or none. */
export const updateTicket = command(
  "tickets.update",
  updateTicketSchema,
  async (tx, { actor, now }, input) => {
    const ticket = await ticketForUpdate(tx, actor, input.ticketId);
    await checkAssignment(tx, input.changes);
    await checkParticipants(tx, ticket, input.changes.participantIds);
    const decided = change(ticket, input.changes, input.seen, now);
    if ("refused" in decided) {
      const { refused, ...detail } = decided;
      throw new AppError(refused, {
        detail: { ticketId: ticket.id, version: ticket.version, ...detail },
      });
    }
    if (decided.changes.length === 0) return { ticketId: ticket.id, version: ticket.version };
    await saveTicket(tx, decided.ticket);
    await logActivity(
      tx,
      { ticketId: ticket.id, actorId: actor.id, at: now },
      { kind: "changed", detail: { changes: decided.changes } },
    );
    const row = await rowOf(tx, ticket.id);
    tx.append(
      ticketUpdated.make(
        { row, changes: decided.changes.map(plain), by: { id: actor.id, name: actor.name } },
        { ticketId: ticket.id },
      ),
    );
    const left = ticket.participantIds.filter((id) => !decided.ticket.participantIds.includes(id));
    for (const personId of left)
      tx.append(participantLeft.make({ ticketId: ticket.id, personId }, { ticketId: ticket.id }));
    return { ticketId: ticket.id, version: row.version };
  },
);

type Plain = string | string[] | null;
const plainValue = (value: string | readonly string[] | null): Plain =>
  value === null || typeof value === "string" ? value : [...value];

function plain(one: {
  field: string;
  from: string | readonly string[] | null;
  to: string | readonly string[] | null;
}) {
  return { field: one.field, from: plainValue(one.from), to: plainValue(one.to) };
}
