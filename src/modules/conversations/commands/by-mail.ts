import {
  insertLink,
  landedTicketForUpdate,
  logActivity,
  rowOf,
  saveTicket,
  spokenBy,
  type Ticket,
  takesReplies,
  ticketUpdated,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { messageAdded } from "../events";
import { type Body, forTravel, insertMessage } from "../steps";
import { followUp } from "./follow-up";
import { startTicket } from "./start-ticket";

/** A letter as it goes into a ticket; its files were noted before, as its author's. */
export type LetterWords = {
  body: Body;
  /** What lists show: its new words alone. */
  words: string;
  attachmentIds: readonly string[];
  /** Customers in copy, who are so from now on. */
  participantIds: readonly string[];
  /** A machine wrote it: nobody answers it by a machine, and it reopens nothing. */
  byMachine: boolean;
};

type Context = { author: Actor; now: Date };
type Landed = { ticketId: string; messageId: string };

const filesMax = limits.mailFilesMax;
const channel = "email" as const;

/** A letter that begins a ticket; one that claims to belong to another one is tied to it. */
export async function askByMail(
  tx: CommandTx,
  { author, now }: Context,
  letter: LetterWords & { subject: string; relatedTo: string | null },
): Promise<Landed> {
  const requester = await tx.first<{
    id: string;
    organization_id: string | null;
    synthetic: boolean;
  }>(sql`
    select id, organization_id, synthetic from users
    where id = ${author.id} and suspended_at is null for key share`);
  if (requester === undefined) throw new AppError("person_not_found");
  const { subject, words: lastWords, participantIds } = letter;
  const { ticketId, messageId } = await startTicket(tx, now, {
    actor: author,
    requester,
    ticket: { subject, channel, lastWords, participantIds: [...participantIds] },
    body: letter.body,
    attachmentIds: letter.attachmentIds,
    opening: letter.byMachine ? "machine" : "asked",
    filesMax,
  });
  const about = { ticketId, actorId: author.id, at: now };
  await logActivity(tx, about, { kind: "created", detail: { channel } });
  if (letter.relatedTo !== null) {
    const link = { fromId: ticketId, toId: letter.relatedTo, kind: "related", by: null } as const;
    await insertLink(tx, { ...link, at: now });
  }
  return { ticketId, messageId };
}

/** What a letter does to its ticket; a machine's is noted and moves nothing. */
function heard(ticket: Ticket, staff: boolean, { words, byMachine }: LetterWords, at: Date) {
  const spoken = { staff, words, at };
  if (!byMachine) return spokenBy(ticket, { ...spoken, kind: "reply" });
  const noted = spokenBy(ticket, { ...spoken, kind: "note" });
  return { ...noted, ticket: { ...noted.ticket, lastWords: words } };
}

/**
 * A letter that answers one of ours: a public reply, as if it had been written on the ticket's page,
 * or a ticket that follows where that one takes no replies any more.
 * @throws AppError `ticket_not_found` where its author does not see the ticket, `ticket_closed` for
 * people of the house.
 */
export async function answerByMail(
  tx: CommandTx,
  { author, now }: Context,
  answeredId: string,
  letter: LetterWords,
): Promise<Landed & { follows: boolean }> {
  const staff = author.audience !== "customer";
  const ticket = await landedTicketForUpdate(tx, author, answeredId);
  const { body, attachmentIds } = letter;
  if (!staff && !takesReplies(ticket, now)) {
    const opening = letter.byMachine ? "machine" : "asked";
    const words = { body, attachmentIds, channel, opening, filesMax } as const;
    return { ...(await followUp(tx, { actor: author, now }, ticket, words)), follows: true };
  }
  if (ticket.status === "closed") throw new AppError("ticket_closed");
  const message = await insertMessage(tx, author, {
    ...{ ticketId: ticket.id, kind: "reply", channel, filesMax },
    ...{ body, attachmentIds, at: now },
  });
  const spoken = heard(ticket, staff, letter, now);
  const joined = letter.participantIds.filter(
    (id) => id !== ticket.requesterId && !ticket.participantIds.includes(id),
  );
  const participantIds = [...ticket.participantIds, ...joined].slice(0, limits.participantsMax);
  await saveTicket(tx, { ...spoken.ticket, participantIds });
  const changes = [
    ...spoken.changes,
    ...(joined.length === 0
      ? []
      : [{ field: "participantIds", from: [...ticket.participantIds], to: participantIds }]),
  ];
  const about = { ticketId: ticket.id };
  const row = await rowOf(tx, ticket.id);
  tx.append(messageAdded.make({ row, message: forTravel(message) }, about));
  if (changes.length > 0) {
    const entry = { kind: "changed", detail: { changes } };
    await logActivity(tx, { ...about, actorId: author.id, at: now }, entry);
    const by = { id: author.id, name: author.name };
    tx.append(ticketUpdated.make({ row, changes, by }, about));
  }
  return { ticketId: ticket.id, messageId: message.id, follows: false };
}
