import { readableMessages } from "@/modules/conversations";
import { readableTickets, readFilter, ticketRows, toRequestRow } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readAsked } from "../rules/asked";
import { numberIn } from "../rules/exact";
import type { FoundRequest } from "../schema";
import type { Hit } from "./hits";
import { passagesOf } from "./passages";
import { textQuery } from "./text-query";

const requestsMax = raw(String(limits.searchRequestsMax));
const rowsMax = raw(String(limits.searchPageRows));

type Found = { id: string; message_id: string | null; created_at: Date | null };

/**
 * A customer's own requests, and their colleagues' where that is allowed, that say the words: their
 * subjects and the messages that a customer may read. They are few, so each is looked into.
 */
export async function searchRequests(actor: Actor, text: string): Promise<FoundRequest[]> {
  const { words, onlyExcludes } = readAsked(readFilter(text).expression, true);
  if (onlyExcludes) throw new AppError("search_only_excludes");
  if (words === null && numberIn(text) === null) return [];
  // People of the house have colleagues' tickets in the console and not in the portal.
  const whose =
    actor.audience === "customer"
      ? readableTickets(actor)
      : sql`tickets.requester_id = ${actor.id}`;
  const asked = words === null ? null : await textQuery(words);
  const query = asked?.query ?? "";
  const inSubject = asked?.alsoOf(sql`tickets.subject`) ?? sql`true`;
  const inMessage = asked?.alsoOf(sql`ticket_messages.body_text`) ?? sql`true`;
  const found = await db.search.rows<Found>(sql`
    with mine as materialized (
      select * from tickets where ${whose} and not tickets.synthetic
      order by updated_at desc, id desc limit ${requestsMax})
    select tickets.id, hit.id as message_id, hit.created_at
    from mine as tickets
    left join lateral (
      select ticket_messages.id, ticket_messages.created_at from ticket_messages
      where ticket_messages.ticket_id = tickets.id
        and ticket_messages.created_at between tickets.first_message_at and tickets.last_message_at
        and ticket_messages.state = 'released' and ticket_messages.kind = 'reply'
        and ${readableMessages(actor)}
        and search_vector(ticket_messages.body_text) @@ ${query}::tsquery and ${inMessage}
      order by ticket_messages.created_at desc, ticket_messages.id desc limit 1) as hit on true
    where hit.id is not null or tickets.number = ${numberIn(text)}
      or (search_ticket_vector(tickets.subject, '{}') @@ ${query}::tsquery and ${inSubject})
    order by tickets.updated_at desc, tickets.id desc limit ${rowsMax}`);
  return shown(actor, found, query);
}

async function shown(actor: Actor, found: readonly Found[], query: string) {
  const hitOf = new Map(found.flatMap((row) => hitsIn(row)));
  const [rows, passages] = await Promise.all([
    ticketRows(
      actor,
      found.map(({ id }) => id),
      db.search,
    ),
    passagesOf([...hitOf.values()], query),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }): FoundRequest[] => {
    const [row, hit] = [rowOf.get(id), hitOf.get(id)];
    const passage = hit && passages.get(hit.id);
    if (row === undefined) return [];
    return [
      {
        row: toRequestRow(row),
        hit: hit && passage ? { messageId: hit.id, at: hit.at.toISOString(), ...passage } : null,
      },
    ];
  });
}

function hitsIn({ id, message_id: messageId, created_at: at }: Found): [string, Hit][] {
  return messageId === null || at === null ? [] : [[id, { id: messageId, ticketId: id, at }]];
}
