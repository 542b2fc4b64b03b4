import {
  asideChanged,
  insertLink,
  logActivity,
  type Ticket,
  type TicketChannel,
  ticketForUpdate,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import type { Body } from "../steps";
import { startTicket } from "./start-ticket";

type Words = {
  subject?: string;
  body: Body;
  attachmentIds: readonly string[];
  channel?: TicketChannel;
  opening?: "asked" | "machine";
  filesMax?: number;
  /** What was filled in and chosen when it was asked, beside what comes from the old one. */
  start?: Partial<Pick<Ticket, "teamId" | "priority" | "tags" | "fields">>;
};

/**
 * What a customer writes to a ticket that takes no replies any more: a new one of theirs, tied to
 * the old one, with its team and tags. The caller holds the old one.
 */
export async function followUp(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  old: Ticket,
  { subject = old.subject, body, attachmentIds, channel = "web", start = {}, ...how }: Words,
): Promise<{ ticketId: string; number: number; messageId: string }> {
  const requester = await tx.first<{
    id: string;
    organization_id: string | null;
    synthetic: boolean;
  }>(sql`
    select id, organization_id, synthetic from users
    where id = ${actor.id} and suspended_at is null for key share`);
  if (requester === undefined) throw new AppError("person_not_found");
  const tags = [...new Set([...old.tags, ...(start.tags ?? [])])].slice(0, limits.tagsPerTicketMax);
  const ticket = {
    ...{ subject, channel, tags, fields: start.fields ?? {} },
    teamId: start.teamId ?? old.teamId,
    priority: start.priority ?? old.priority,
  };
  const words = { body, attachmentIds, ...how };
  const started = await startTicket(tx, now, { actor, requester, ticket, ...words });
  const { ticketId, row, messageId } = started;
  const link = {
    fromId: ticketId,
    toId: old.id,
    kind: "follow_up",
    by: actor.id,
    at: now,
  } as const;
  await insertLink(tx, link);
  const about = { actorId: actor.id, at: now };
  const opened = { channel, follows: old.number };
  await logActivity(tx, { ticketId, ...about }, { kind: "created", detail: opened });
  const followed = { kind: "followed_up", detail: { number: row.number } };
  await logActivity(tx, { ticketId: old.id, ...about }, followed);
  tx.append(asideChanged.make({ ticketId: old.id, part: "links" }, { ticketId: old.id }));
  return { ticketId, number: row.number, messageId };
}

/** The ticket that a new one is said to follow; null where the asker does not see it. */
export async function followedTicket(
  tx: CommandTx,
  actor: Actor,
  number: number,
): Promise<Ticket | null> {
  const found = await tx.first<{ id: string }>(
    sql`select id from tickets where number = ${number}`,
  );
  if (found === undefined) return null;
  return ticketForUpdate(tx, actor, found.id).catch(() => null);
}
