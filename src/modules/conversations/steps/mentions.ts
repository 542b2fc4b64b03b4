import type { Actor } from "@/platform/auth/actor";
import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { NewEvent } from "@/platform/outbox";
import { mentioned } from "../events";
import { mentionedIn } from "../rules/mentions";

type Note = { ticketId: string; messageId: string; text: string };

/** Tells which colleagues a note calls; the text itself says it, whoever sent it and from where. */
export async function tellMentioned(
  tx: Transaction,
  author: Actor,
  { ticketId, messageId, text }: Note,
): Promise<NewEvent[]> {
  if (!text.includes("@")) return [];
  const named = await tx.rows<{ id: string; name: string }>(sql`
    select id, name from users
    where role in ('agent', 'admin') and suspended_at is null and id <> ${author.id}
      and strpos(lower(${text}), '@' || lower(name)) > 0
    order by id limit ${raw(String(limits.mentionsPerNoteMax))}`);
  const personIds = mentionedIn(text, named);
  if (personIds.length === 0) return [];
  return [mentioned.make({ ticketId, messageId, personIds }, { ticketId })];
}
