import * as z from "zod";
import { fieldDefinitions } from "@/modules/fields";
import { canReadTicket, priorityWords, statusWords, ticketForPreview } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { markdownToHtml } from "@/platform/content";
import { db } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { type Rendered, render } from "@/platform/placeholders";
import { diffOf } from "../rules/diff";
import { missingFor } from "../rules/missing";
import type { DiffLine, Missing } from "../types";
import { existingFor } from "./existing";
import { macroById } from "./macros";
import { responseById } from "./responses";
import { variablesOf } from "./variables";

export const previewInput = z.object({ ticketId: z.uuid(), id: z.uuid() });
export const responsePreviewInput = previewInput.extend({
  /** Where the text goes: a note may name what a reply must not. */
  kind: z.enum(["reply", "note"]).default("reply"),
});

export type TextPreview = Rendered & { html: string };

const shown = (rendered: Rendered): TextPreview => ({
  ...rendered,
  html: markdownToHtml(rendered.text),
});

/** A canned response as it reads on this ticket. */
export async function previewResponse(
  actor: Actor,
  { ticketId, id, kind }: z.output<typeof responsePreviewInput>,
): Promise<TextPreview & { id: string; name: string }> {
  if (!(await canReadTicket(actor, ticketId))) throw new AppError("ticket_not_found");
  const response = await responseById(actor, id);
  const definitions = await fieldDefinitions();
  const values = await variablesOf(db.read, { actor, ticketId, kind, definitions });
  return { id: response.id, name: response.name, ...shown(render(response.body, values)) };
}

export type MacroPreview = {
  id: string;
  name: string;
  /** The status that the ticket goes to; null: it stays. */
  status: string | null;
  lines: DiffLine[];
  missing: Missing[];
  message: (TextPreview & { kind: "reply" | "note" }) | null;
};

/** What a macro would do to a ticket as it is now: its text, and its actions as a diff. */
export async function previewMacro(
  actor: Actor,
  { ticketId, id }: z.output<typeof previewInput>,
): Promise<MacroPreview> {
  const ticket = await ticketForPreview(actor, ticketId);
  const macro = await macroById(actor, id);
  const existing = await existingFor(db.read, macro.actions, ticket.status);
  const { people, teams, definitions } = existing;
  const lines = diffOf(ticket, macro.actions, {
    me: { id: actor.id, name: actor.name },
    nameOf: (one) => people.get(one) ?? teams.get(one),
    definitions,
    statusWords,
    priorityWords,
  });
  const { message } = macro;
  const values =
    message === null
      ? {}
      : await variablesOf(db.read, { actor, ticketId, kind: message.kind, definitions });
  const { status } = macro.actions;
  return {
    id: macro.id,
    name: macro.name,
    status: status === undefined || status === ticket.status ? null : status,
    lines,
    missing: missingFor(macro.actions, existing),
    message:
      message === null ? null : { kind: message.kind, ...shown(render(message.body, values)) },
  };
}
