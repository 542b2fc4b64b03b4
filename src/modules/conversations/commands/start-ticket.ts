import { insertTicket, newTicket, rowOf, type TicketRow, ticketCreated } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { newId } from "@/platform/ids";
import { messageAdded } from "../events";
import type { MessageKind } from "../schema";
import { type Body, forTravel, insertMessage, wordsOf } from "../steps";

type NewTicket = Parameters<typeof newTicket>[0];

type Start = {
  /** Who brings the files. */
  actor: Actor;
  /** In whose name the first message stands; the actor's when left out. */
  author?: Actor | undefined;
  requester: { id: string; organization_id: string | null; synthetic: boolean };
  ticket: Pick<NewTicket, "subject"> & Partial<NewTicket>;
  kind?: MessageKind | undefined;
  body: Body;
  attachmentIds: readonly string[];
  /** Asked by the customer, written down for them, or begun by us. */
  opening?: "asked" | "phone" | "outbound" | "machine" | undefined;
  filesMax?: number | undefined;
};

/** A new ticket with its first message, and the events that tell of both. */
export async function startTicket(
  tx: CommandTx,
  now: Date,
  start: Start,
): Promise<{ ticketId: string; messageId: string; row: TicketRow }> {
  const { actor, author = actor, requester, kind = "reply", body, attachmentIds } = start;
  const ticketId = newId(now.getTime());
  const given = {
    id: ticketId,
    requesterId: requester.id,
    organizationId: requester.organization_id,
    lastWords: kind === "note" ? "" : wordsOf(body, attachmentIds),
    synthetic: requester.synthetic,
    // Whoever called waits for us, as whoever wrote does; whom we wrote to does not.
    waitingSince: start.opening === "outbound" ? null : now,
    channel: "web" as const,
    ...start.ticket,
  };
  await insertTicket(tx, newTicket(given, now));
  const message = await insertMessage(tx, actor, {
    ticketId,
    kind,
    body,
    attachmentIds,
    channel: given.channel,
    filesMax: start.filesMax,
    at: now,
    author,
  });
  const row = await rowOf(tx, ticketId);
  tx.append(
    ticketCreated.make({ row, opening: start.opening ?? "asked" }, { ticketId }),
    messageAdded.make({ row, message: forTravel(message) }, { ticketId }),
  );
  return { ticketId, messageId: message.id, row };
}
