import type * as z from "zod";
import { macroById } from "@/modules/responses";
import { ticketForUpdate } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { changeSomeSchema, Deed } from "../schema";

type Asked = z.output<typeof changeSomeSchema>["deed"];

/**
 * A deed with what it is called from now on.
 * @throws AppError when its macro, or the ticket that is to stay, is not there for who asks.
 */
export async function namedDeed(tx: Transaction, actor: Actor, deed: Asked): Promise<Deed> {
  if (deed.kind === "macro") {
    const { name, actions } = await macroById(actor, deed.macroId, tx);
    return { ...deed, name, leavesFields: Object.keys(actions).length === 0 };
  }
  if (deed.kind === "merge") {
    const target = await ticketForUpdate(tx, actor, deed.targetId);
    if (target.status === "closed") throw new AppError("ticket_closed");
    return { ...deed, number: target.number };
  }
  return deed;
}
