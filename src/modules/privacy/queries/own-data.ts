import { readableMessages } from "@/modules/conversations";
import type { TicketStatus } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { ExportedPerson, ExportedRequest } from "../types";

/** What is known of the person themselves. */
export async function personData(actor: Actor): Promise<ExportedPerson | null> {
  const [row] = await db.read.rows<Omit<ExportedPerson, "since"> & { created_at: Date }>(sql`
    select users.name, users.email::text as email, array(
        select old_email::text from address_changes
        where user_id = users.id and changed_at is not null and undone_at is null
        order by changed_at limit 100) as "emailsBefore", organizations.name as organization,
      users.language, users.time_zone as "timeZone", users.created_at
    from users left join organizations on organizations.id = users.organization_id
    where users.id = ${actor.id} and users.suspended_at is null`);
  if (row === undefined) return null;
  const { created_at, ...person } = row;
  return { ...person, since: created_at.toISOString() };
}

/** What the house took for spam is their data, too, until the trash is emptied. */
const somethingLeft = sql`not exists (select from ticket_trash
  where ticket_trash.ticket_id = tickets.id and ticket_trash.emptied_at is not null)`;

export async function ownRequestsCount(actor: Actor): Promise<number> {
  const [row] = await db.read.rows<{ count: number }>(sql`
    select count(*)::int as count from tickets
    where requester_id = ${actor.id} and ${somethingLeft}`);
  return row?.count ?? 0;
}

type Row = {
  id: string;
  number: string;
  subject: string;
  status: TicketStatus;
  created_at: Date;
  resolved_at: Date | null;
  fields: Record<string, unknown>;
  ratings: ExportedRequest["ratings"];
  messages: ExportedRequest["messages"];
};

const pageRows = raw(String(limits.exportPageRows));
const messagesMax = raw(String(limits.exportMessagesPerRequestMax));

/**
 * A page of somebody's requests as they may see them: what we wrote to each other, never our notes,
 * what they said of it, and the fields that are shown to them.
 */
export async function ownRequests(
  actor: Actor,
  afterId: string | null,
): Promise<{ requests: ExportedRequest[]; lastId: string | null }> {
  const rows = await db.read.rows<Row>(sql`
    select tickets.id, tickets.number, tickets.subject, tickets.status, tickets.created_at,
      tickets.resolved_at,
      coalesce((select jsonb_object_agg(custom_fields.name, tickets.fields -> custom_fields.key)
        from custom_fields where custom_fields.visible_to_customer
          and tickets.fields ? custom_fields.key), '{}') as fields,
      coalesce((select jsonb_agg(jsonb_build_object('good', rating.is_good,
          'comment', rating.comment, 'at', rating.rated_at) order by rating.rated_at)
        from satisfaction_ratings rating
        where rating.ticket_id = tickets.id and rating.rated_at is not null), '[]') as ratings,
      coalesce((select jsonb_agg(said.message order by said.created_at, said.id) from (
        select ticket_messages.id, ticket_messages.created_at, jsonb_build_object(
            'at', ticket_messages.created_at, 'from', author.name,
            'text', ticket_messages.body_text,
            'files', coalesce((select jsonb_agg(jsonb_build_object('name', attachments.name,
                'type', attachments.type, 'bytes', attachments.bytes) order by attachments.id)
              from attachments where attachments.message_id = ticket_messages.id), '[]')) as message
        from ticket_messages join users author on author.id = ticket_messages.author_id
        where ticket_messages.ticket_id = tickets.id and ticket_messages.state = 'released'
          and ticket_messages.created_at
            between tickets.first_message_at and tickets.last_message_at
          and ${readableMessages(actor)}
        order by ticket_messages.created_at, ticket_messages.id limit ${messagesMax}) said), '[]')
        as messages
    from tickets
    where tickets.requester_id = ${actor.id} and ${somethingLeft}
      and ${afterId === null ? sql`true` : sql`tickets.id > ${afterId}::uuid`}
    order by tickets.id limit ${pageRows}`);
  return {
    requests: rows.map((row) => ({
      number: Number(row.number),
      subject: row.subject,
      status: row.status,
      askedAt: row.created_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      ...{ fields: row.fields, ratings: row.ratings, messages: row.messages },
    })),
    lastId: rows.length < limits.exportPageRows ? null : (rows.at(-1)?.id ?? null),
  };
}
