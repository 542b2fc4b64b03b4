import { mergeInto, unmerge } from "@/modules/conversations";
import { runMacro } from "@/modules/responses";
import { applyChange, ticketForUpdate } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandContext, CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { SingleDeed } from "../rules/deed";
import { beforeSchema, mergeBeforeSchema } from "../schema";
import type { Outcome } from "./outcomes";

type One = { ticket_id: string; touched_at: Date; before: unknown };

/** Refuses what somebody changed since it was on the screen of who asked. */
async function untouched(tx: CommandTx, actor: Actor, one: One) {
  const ticket = await ticketForUpdate(tx, actor, one.ticket_id);
  if (ticket.updatedAt.getTime() !== one.touched_at.getTime()) throw new AppError("ticket_changed");
  return ticket;
}

async function touchedAt(tx: CommandTx, ticketId: string): Promise<Date | null> {
  const row = await tx.first<{ updated_at: Date }>(sql`
    select updated_at from tickets where id = ${ticketId}`);
  return row?.updated_at ?? null;
}

/** Does what a ticket of its own transaction is for: the whole macro, the whole merge. */
export async function doSingle(
  tx: CommandTx,
  context: CommandContext,
  deed: SingleDeed,
  one: One,
): Promise<Outcome> {
  const ticketId = one.ticket_id;
  await untouched(tx, context.actor, one);
  const before = async () => {
    if (deed.kind === "macro") {
      const about = { ticketId, macroId: deed.macroId, holdSeconds: 0 };
      return (await runMacro(tx, context, about)).before;
    }
    const { targetId, tell } = deed;
    const { mergeIds } = await mergeInto(tx, context, { targetId, sourceIds: [ticketId], tell });
    return { mergeId: mergeIds[0] };
  };
  const kept = await before();
  return {
    ticketId,
    code: null,
    before: kept,
    touchedAt: (await touchedAt(tx, ticketId)) ?? context.now,
  };
}

/** Takes it back: the fields that a macro changed, where nobody touched the ticket since; a merge. */
export async function undoSingle(
  tx: CommandTx,
  context: CommandContext,
  deed: SingleDeed,
  one: One,
): Promise<Outcome> {
  const ticketId = one.ticket_id;
  if (deed.kind === "merge") await unmerge(tx, context, mergeBeforeSchema.parse(one.before));
  else {
    const ticket = await untouched(tx, context.actor, one);
    await applyChange(tx, context, ticket, { wanted: beforeSchema.parse(one.before) });
  }
  const at = (await touchedAt(tx, ticketId)) ?? context.now;
  return { ticketId, code: null, before: {}, touchedAt: at };
}
