import * as z from "zod";
import { emailSchema, requesterFor } from "@/modules/identity";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { rateLimiter } from "@/platform/ratelimit";
import type { Ticket } from "../rules/ticket";
import { ticketForUpdate } from "../steps";
import { applyChange } from "./apply-change";

const about = z.object({ commandId: commandIdSchema, ticketId: z.uuid() });

const changed = async (
  tx: CommandTx,
  context: CommandContext,
  ticket: Ticket,
  participantIds: readonly string[],
) => {
  if (participantIds.length > limits.participantsMax)
    throw new AppError("limit_reached", { detail: { limit: limits.participantsMax } });
  const { ticket: after } = await applyChange(tx, context, ticket, { wanted: { participantIds } });
  return { ticketId: ticket.id, participants: after.participantIds.length };
};

const without = (ticket: Ticket, id: string) => ticket.participantIds.filter((one) => one !== id);

/** Whoever reads a request may hear of it, too, and may stop to; who asked hears of it anyway. */
export const followRequest = command(
  "requests.follow",
  about.extend({ following: z.boolean() }),
  async (tx, context, { ticketId, following }) => {
    const { actor } = context;
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    if (actor.audience !== "customer" || actor.id === ticket.requesterId)
      return { ticketId, participants: ticket.participantIds.length };
    const others = without(ticket, actor.id);
    return changed(tx, context, ticket, following ? [...others, actor.id] : others);
  },
);

const addSchema = about.extend({ email: emailSchema });

const add = command("requests.addParticipant", addSchema, async (tx, context, input) => {
  const ticket = await ticketForUpdate(tx, context.actor, input.ticketId);
  mustBeOf(ticket, context);
  const name = input.email.split("@")[0] ?? input.email;
  const person = await requesterFor(tx, { email: input.email, name }, context.now);
  if (person.id === ticket.requesterId || ticket.participantIds.includes(person.id))
    return { ticketId: ticket.id, participants: ticket.participantIds.length };
  return changed(tx, context, ticket, [...ticket.participantIds, person.id]);
});

/** Only those whose request it is say who else reads it; to others it is forbidden. */
function mustBeOf(ticket: Ticket, { actor }: CommandContext): void {
  const own = ticket.requesterId === actor.id || ticket.participantIds.includes(actor.id);
  if (!own && actor.audience === "customer") throw new AppError("forbidden");
}

const addRate = () =>
  rateLimiter({
    name: "participants",
    pointsMax: limits.participantsAddedMax,
    windowMs: limits.guestWindowMs,
  });

/**
 * Lets somebody else read a request and its answers, by address; each learns of it by mail, so
 * nobody adds many in a short time.
 * @throws AppError `forbidden`, `person_not_found` for who works here, `limit_reached`, `rate_limited`.
 */
export const addParticipant: typeof add = {
  ...add,
  execute: async (actor, input, at) => {
    await addRate().consume(actor.id);
    return add.execute(actor, input, at);
  },
};

/** Who asked takes anybody out again, and everybody themselves. */
export const removeParticipant = command(
  "requests.removeParticipant",
  about.extend({ personId: z.uuid() }),
  async (tx, context, { ticketId, personId }) => {
    const { actor } = context;
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    const may = actor.audience !== "customer" || [ticket.requesterId, personId].includes(actor.id);
    if (!may) throw new AppError("forbidden");
    return changed(tx, context, ticket, without(ticket, personId));
  },
);
