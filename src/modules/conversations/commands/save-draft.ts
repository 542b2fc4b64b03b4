import * as z from "zod";
import { readableTickets } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { type DraftView, messageKinds } from "../schema";
import { dropDraft, lockDraft, putDraft } from "../steps/drafts";

const saveDraftSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  kind: z.enum(messageKinds),
  /** Markdown. */
  body: z.string().max(limits.bodyCharsMax),
  attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax).default([]),
  after: z.uuid().nullable().default(null),
  /** The version that this one was written over; null when there was none. */
  base: z.int().positive().nullable(),
});

type Saved =
  | { state: "saved"; version: number; savedAt: string }
  | { state: "dropped" }
  | { state: "changed"; draft: DraftView };

/**
 * Keeps what somebody writes. What another device has written since is never overwritten: the
 * answer is then what stands there, and a person decides. A draft of which nothing is left is
 * dropped; one that was dropped elsewhere and is written on is kept.
 */
export const saveDraft = command(
  "drafts.save",
  saveDraftSchema,
  async (tx, { actor, now }, input): Promise<Saved> => {
    const ticket = await tx.first<{ id: string }>(sql`
      select tickets.id from tickets
      where tickets.id = ${input.ticketId} and ${readableTickets(actor)} for key share`);
    if (ticket === undefined) throw new AppError("ticket_not_found");
    const about = { author: actor, ticketId: ticket.id, kind: input.kind };
    const stands = await lockDraft(tx, about);
    if (stands !== null && stands.version !== input.base)
      return { state: "changed", draft: stands };
    if (input.body.trim() === "" && input.attachmentIds.length === 0) {
      tx.append(...(await dropDraft(tx, about)));
      return { state: "dropped" };
    }
    const { body, attachmentIds, after } = input;
    const { draft, event } = await putDraft(tx, about, { body, attachmentIds, after, at: now });
    tx.append(event);
    return { state: "saved", version: draft.version, savedAt: draft.savedAt };
  },
);
