import * as z from "zod";
import { fieldChangesSchema } from "@/modules/fields";
import { command, commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";
import { prioritySchema, statusSchema, subjectSchema, tagSchema } from "../schema";
import { ticketForUpdate } from "../steps";
import { applyChange } from "./apply-change";

const tags = z.array(tagSchema).max(limits.tagsPerTicketMax);
const fields = z.object({
  status: statusSchema.optional(),
  priority: prioritySchema.optional(),
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  subject: subjectSchema.optional(),
  tags: tags.optional(),
  fields: fieldChangesSchema.optional(),
  participantIds: z.array(z.uuid()).max(limits.participantsMax).optional(),
});

const updateTicketSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  /** Tags are set whole, or added and taken off beside what others do to them. */
  changes: fields.extend({ addTags: tags.optional(), removeTags: tags.optional() }),
  /** The values that the person saw; a field that differs by now is a conflict. */
  seen: fields.default({}),
});

/** Changes fields of a ticket, all or none. */
export const updateTicket = command(
  "tickets.update",
  updateTicketSchema,
  async (tx, context, { ticketId, changes, seen }) => {
    const ticket = await ticketForUpdate(tx, context.actor, ticketId);
    const changed = await applyChange(tx, context, ticket, { wanted: changes, seen });
    return { ticketId: ticket.id, version: changed.ticket.version };
  },
);
