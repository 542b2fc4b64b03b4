import type * as z from "zod";
import { mentioned, messageAdded, sideSpoken } from "@/modules/conversations";
import { rowOf, ticketCreated, ticketUpdated } from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { htmlToText } from "@/platform/content";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { mailUndelivered } from "@/platform/mailer";
import type { Envelope } from "@/platform/outbox";
import type { noticeSchema } from "../jobs";
import type { Happening } from "../rules/addressed";
import { reopenedWords, reopens } from "../rules/reopens";
import { shortened } from "../rules/shortened";

export type Told = Happening & {
  ticketId: string;
  messageId: string | null;
  words: string;
  /** A customer's words: an assignee who is not there cannot answer them. */
  askedOf: string | null;
};

const personOf = (id: string | null) => (id === systemActor.id ? null : id);

/** What an event says that people of the house may want to know; null for nothing. */
export async function happeningOf(tx: CommandTx, event: Envelope): Promise<Told | null> {
  return (
    ofCreated(event) ??
    (await ofMessage(tx, event)) ??
    (await ofReopening(tx, event)) ??
    ofChange(event) ??
    (await ofMention(tx, event)) ??
    (await ofUndelivered(tx, event)) ??
    (await ofSide(tx, event))
  );
}

/**
 * What another module noticed: for whoever has the ticket by now, else for its team. Nobody is told
 * of what is over meanwhile.
 */
export async function happeningOfNotice(
  tx: CommandTx,
  { ticketId, reason, words }: z.output<typeof noticeSchema>,
): Promise<Told | null> {
  const { assignee, team, synthetic, status } = await rowOf(tx, ticketId);
  if (synthetic || status === "resolved" || status === "closed") return null;
  return {
    ...silent,
    ticketId,
    words,
    byId: null,
    persons: assignee === null ? [] : [{ personId: assignee.id, reason }],
    team: assignee === null && team !== null ? { teamId: team.id, reason, exceptId: null } : null,
  };
}

const silent = { messageId: null, words: "", askedOf: null } as const;

function ofCreated(event: Envelope): Told | null {
  const created = ticketCreated.read(event);
  if (created === null || created.row.synthetic) return null;
  const { id, assignee, team } = created.row;
  return {
    ...silent,
    ticketId: id,
    byId: personOf(event.actorId),
    persons: assignee === null ? [] : [{ personId: assignee.id, reason: "assigned" }],
    team: team === null ? null : { teamId: team.id, reason: "team", exceptId: null },
  };
}

async function followersOf(tx: CommandTx, ticketId: string): Promise<string[]> {
  const rows = await tx.rows<{ user_id: string }>(sql`
    select user_id from ticket_followers where ticket_id = ${ticketId}
    order by user_id limit ${raw(String(limits.notifiedPerEventMax))}`);
  return rows.map((row) => row.user_id);
}

async function ofMessage(tx: CommandTx, event: Envelope): Promise<Told | null> {
  const added = messageAdded.read(event);
  if (added === null || added.row.synthetic) return null;
  const { row, message } = added;
  const assigneeId = row.assignee?.id ?? null;
  const followers = await followersOf(tx, row.id);
  return {
    ticketId: row.id,
    byId: message.author.id,
    messageId: message.id,
    words: shortened(message.html === null ? "" : htmlToText(message.html)),
    persons: [
      ...(assigneeId === null ? [] : [{ personId: assigneeId, reason: "reply" as const }]),
      ...followers.map((personId) => ({ personId, reason: "follow" as const })),
    ],
    team: null,
    askedOf: message.author.side === "customer" ? assigneeId : null,
  };
}

/**
 * Whoever asked opened it again without a word: with one, their message tells it, and they wait for
 * an answer.
 */
async function ofReopening(tx: CommandTx, event: Envelope): Promise<Told | null> {
  const updated = ticketUpdated.read(event);
  if (updated === null || updated.row.synthetic) return null;
  const { row, changes, by } = updated;
  if (by.id !== row.requester.id || row.waitingSince !== null || !reopens(changes)) return null;
  const assigneeId = row.assignee?.id ?? null;
  const followers = await followersOf(tx, row.id);
  return {
    ...silent,
    ticketId: row.id,
    byId: by.id,
    words: reopenedWords,
    persons: [
      ...(assigneeId === null ? [] : [{ personId: assigneeId, reason: "reply" as const }]),
      ...followers.map((personId) => ({ personId, reason: "follow" as const })),
    ],
    team:
      assigneeId === null && row.team !== null
        ? { teamId: row.team.id, reason: "team", exceptId: null }
        : null,
    askedOf: assigneeId,
  };
}

function ofChange(event: Envelope): Told | null {
  const updated = ticketUpdated.read(event);
  if (updated === null || updated.row.synthetic) return null;
  const { row, changes, by } = updated;
  const assigned = changes.find(({ field }) => field === "assigneeId");
  const moved = changes.some(({ field }) => field === "teamId");
  const { team } = row;
  const left = assigned !== undefined && assigned.to === null && typeof assigned.from === "string";
  const reason = left ? "returned" : "team";
  const teamHears = team !== null && row.assignee === null && (left || moved);
  return {
    ...silent,
    ticketId: row.id,
    byId: personOf(by.id),
    persons:
      typeof assigned?.to === "string" ? [{ personId: assigned.to, reason: "assigned" }] : [],
    team: teamHears
      ? { teamId: team.id, reason, exceptId: left ? String(assigned.from) : null }
      : null,
  };
}

async function ofMention(tx: CommandTx, event: Envelope): Promise<Told | null> {
  const named = mentioned.read(event);
  if (named === null) return null;
  const { ticketId, messageId, personIds } = named;
  const message = await tx.first<{ body_text: string; author_id: string }>(sql`
    select ticket_messages.body_text, ticket_messages.author_id
    from tickets join ticket_messages on ticket_messages.ticket_id = tickets.id
      and ticket_messages.created_at between tickets.first_message_at and tickets.last_message_at
    where tickets.id = ${ticketId} and not tickets.synthetic
      and ticket_messages.id = ${messageId} and ticket_messages.state = 'released'`);
  if (message === undefined) return null;
  return {
    ticketId,
    byId: message.author_id,
    messageId,
    words: shortened(message.body_text),
    persons: personIds.map((personId) => ({ personId, reason: "mention" })),
    team: null,
    askedOf: null,
  };
}

async function assigneeOf(tx: CommandTx, ticketId: string): Promise<string[]> {
  const ticket = await tx.first<{ assignee_id: string | null }>(sql`
    select assignee_id from tickets where id = ${ticketId} and not synthetic`);
  return ticket?.assignee_id == null ? [] : [ticket.assignee_id];
}

/** Somebody wrote, and it will not arrive: they, and whose the ticket is, have to find another way. */
async function ofUndelivered(tx: CommandTx, event: Envelope): Promise<Told | null> {
  const told = mailUndelivered.read(event);
  if (told === null) return null;
  const { ticketId, recipient, fault, senderId } = told;
  const concerned = [...(senderId === null ? [] : [senderId]), ...(await assigneeOf(tx, ticketId))];
  return {
    ...silent,
    ticketId,
    byId: null,
    words: shortened(`${recipient}: ${fault}`),
    persons: concerned.map((personId) => ({ personId, reason: "undelivered" })),
    team: null,
  };
}

/** A third party answered beside the ticket. */
async function ofSide(tx: CommandTx, event: Envelope): Promise<Told | null> {
  const told = sideSpoken.read(event);
  if (told === null || told.from === null) return null;
  const { ticketId, openedBy, from, messageId } = told;
  const said = await tx.first<{ body_text: string }>(sql`
    select body_text from side_messages where id = ${messageId}`);
  const concerned = [openedBy, ...(await assigneeOf(tx, ticketId))];
  return {
    ...silent,
    ticketId,
    byId: null,
    words: shortened(`${from}: ${said?.body_text ?? ""}`),
    persons: concerned.map((personId) => ({ personId, reason: "side" })),
    team: null,
  };
}
