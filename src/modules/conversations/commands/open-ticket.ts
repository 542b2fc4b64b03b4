import * as z from "zod";
import { requesterFor, writerOf } from "@/modules/identity";
import {
  logActivity,
  prioritySchema,
  subjectSchema,
  wantedRequesterSchema,
} from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";
import { readBody } from "../steps";
import { startTicket } from "./start-ticket";

const openTicketSchema = z.object({
  commandId: commandIdSchema,
  requester: wantedRequesterSchema,
  subject: subjectSchema,
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  /**
   * Their words, written down from a call; our note of a call; or our message, which goes out by
   * mail.
   */
  how: z.enum(["their_words", "note", "outbound"]),
  priority: prioritySchema.default("medium"),
  /** Whether it is the agent's own from the start. */
  mine: z.boolean().default(false),
});

/** A ticket that an agent begins for a customer, who may be new. */
export const openTicket = command(
  "tickets.open",
  openTicketSchema,
  async (tx, { actor, now }, input) => {
    const body = readBody(input.body, input.attachmentIds);
    const requester = await requesterFor(tx, input.requester, now);
    const { subject, priority, how, attachmentIds } = input;
    const { ticketId, row } = await startTicket(tx, now, {
      actor,
      author: how === "their_words" ? writerOf(requester) : actor,
      requester,
      ticket: { subject, priority, assigneeId: input.mine ? actor.id : null },
      kind: how === "note" ? "note" : "reply",
      body,
      attachmentIds,
      opening: how === "outbound" ? "outbound" : "phone",
    });
    const detail = { channel: "web", how, requester: requester.name };
    await logActivity(tx, { ticketId, actorId: actor.id, at: now }, { kind: "created", detail });
    return { ticketId, number: row.number };
  },
);
