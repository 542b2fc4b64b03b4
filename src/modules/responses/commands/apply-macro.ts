import * as z from "zod";
import { speak } from "@/modules/conversations";
import { applyChange, logActivity, type Ticket, ticketForUpdate } from "@/modules/tickets";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { openVariables, render } from "@/platform/placeholders";
import { existingFor } from "../queries/existing";
import { macroById } from "../queries/macros";
import { variablesOf } from "../queries/variables";
import { type Existing, missingFor } from "../rules/missing";
import type { MacroActions, MacroView } from "../types";
import { outdated } from "./outdated";

const schema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  macroId: z.uuid(),
  /** Its message as the agent read it and maybe changed it; else as it reads on this ticket. */
  text: z.string().max(limits.bodyCharsMax).optional(),
  /** How long its reply can be taken back; the status then waits with it. */
  holdSeconds: z.int().min(0).max(limits.holdSecondsMax).default(0),
});

/**
 * Does all that a macro says to a ticket, or nothing: its actions, and its message.
 * @throws AppError `macro_outdated` naming what is gone; `variables_empty` naming what has no value.
 */
export async function runMacro(
  tx: CommandTx,
  context: CommandContext,
  input: Omit<z.output<typeof schema>, "commandId">,
) {
  const { actor } = context;
  if (actor.audience === "customer") throw new AppError("forbidden");
  const ticket = await ticketForUpdate(tx, actor, input.ticketId);
  const macro = await macroById(actor, input.macroId, tx);
  const existing = await existingFor(tx, macro.actions, ticket.status);
  const missing = missingFor(macro.actions, existing);
  if (missing.length > 0) throw outdated(missing);
  const text = await textOf(tx, context, { ticket, macro, existing, given: input.text });
  const held = input.holdSeconds > 0 && macro.message?.kind === "reply";
  const { status, assigneeId, ...rest } = macro.actions;
  const wanted = {
    ...rest,
    ...(assigneeId === undefined
      ? {}
      : { assigneeId: assigneeId === "me" ? actor.id : assigneeId }),
    ...(status === undefined || held ? {} : { status }),
  };
  const via = { kind: "macro", name: macro.name } as const;
  const changed = await applyChange(tx, context, ticket, { wanted, via });
  if (changed.changes.length === 0) await tellApplied(tx, context, ticket, macro);
  const said =
    macro.message === null
      ? null
      : await speak(tx, context, {
          ticketId: ticket.id,
          kind: macro.message.kind,
          body: text,
          attachmentIds: [],
          holdSeconds: held ? input.holdSeconds : 0,
          ...(held ? { setStatus: status } : {}),
        });
  return {
    ticketId: ticket.id,
    version: said?.version ?? changed.ticket.version,
    messageId: said?.messageId ?? null,
    releaseAt: said?.releaseAt ?? null,
    before: before(ticket, macro.actions),
  };
}

export const applyMacro = command("macros.run", schema, runMacro);

/** A message alone changes no field, and the history still says which macro wrote it. */
const tellApplied = (
  tx: CommandTx,
  { actor, now }: CommandContext,
  ticket: Ticket,
  macro: MacroView,
) =>
  logActivity(
    tx,
    { ticketId: ticket.id, actorId: actor.id, at: now },
    { kind: "macro", detail: { via: { kind: "macro", name: macro.name } } },
  );

type Text = { ticket: Ticket; macro: MacroView; existing: Existing; given: string | undefined };

async function textOf(
  tx: CommandTx,
  { actor }: CommandContext,
  { ticket, macro, existing, given }: Text,
): Promise<string> {
  if (macro.message === null) return "";
  const { kind, body } = macro.message;
  const { definitions } = existing;
  const values = await variablesOf(tx, { actor, ticketId: ticket.id, kind, definitions });
  const text = given ?? render(body, values).text;
  const open = openVariables(text);
  if (open.length > 0) throw new AppError("variables_empty", { detail: { variables: open } });
  return text;
}

/** What the actions touch, as it was: with it an undo leads back. */
function before(ticket: Ticket, actions: MacroActions) {
  const { status, priority, assigneeId, teamId, fields = {} } = actions;
  const values = Object.keys(fields).map((key): [string, Ticket["fields"][string] | null] => [
    key,
    ticket.fields[key] ?? null,
  ]);
  return {
    ...(status === undefined ? {} : { status: ticket.status }),
    ...(priority === undefined ? {} : { priority: ticket.priority }),
    ...(assigneeId === undefined ? {} : { assigneeId: ticket.assigneeId }),
    ...(teamId === undefined ? {} : { teamId: ticket.teamId }),
    addTags: (actions.removeTags ?? []).filter((tag) => ticket.tags.includes(tag)),
    removeTags: (actions.addTags ?? []).filter((tag) => !ticket.tags.includes(tag)),
    fields: Object.fromEntries(values),
  };
}
