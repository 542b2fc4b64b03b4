import * as z from "zod";
import { attachmentsOfMessages } from "@/modules/files";
import { canReadTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

export const sidesInput = z.object({ ticketId: z.uuid() });

type Row = {
  id: string;
  subject: string;
  address: string;
  closed: boolean;
  answered: boolean;
  last_at: string;
};

/** What is asked of others about a ticket, the latest first. For those who work here alone. */
export async function sidesOf(actor: Actor, { ticketId }: z.output<typeof sidesInput>) {
  if (!(await canReadTicket(actor, ticketId))) throw new AppError("ticket_not_found");
  const rows = await db.read.plainRows<Row>(sql`
    select id, subject, address::text as address, closed_at is not null as closed, answered,
      last_at
    from side_conversations where ticket_id = ${ticketId}
    order by last_at desc, id desc limit ${raw(String(limits.sidesPerTicketMax))}`);
  return { sides: rows.map(({ last_at, ...side }) => ({ ...side, lastAt: last_at })) };
}

export const sideInput = z.object({ sideId: z.uuid() });

type Said = {
  id: string;
  ticket_id: string;
  author: string | null;
  from_address: string | null;
  body_html: string;
  created_at: string;
};

/** What was said in a side conversation, the oldest first: its newest messages. */
export async function sideMessages(actor: Actor, { sideId }: z.output<typeof sideInput>) {
  const rows = await db.read.plainRows<Said>(sql`
    select side_messages.id, side.ticket_id, users.name as author, side_messages.from_address,
      side_messages.body_html, side_messages.created_at
    from side_messages join side_conversations side on side.id = side_messages.side_id
    left join users on users.id = side_messages.author_id
    where side_messages.side_id = ${sideId}
    order by side_messages.created_at desc, side_messages.id desc
    limit ${raw(String(limits.messagePageRows))}`);
  const [first] = rows;
  if (first === undefined || !(await canReadTicket(actor, first.ticket_id)))
    throw new AppError("side_not_found");
  const files = await attachmentsOfMessages(rows.map(({ id }) => id));
  return {
    messages: rows.reverse().map((row) => ({
      id: row.id,
      author: row.author ?? row.from_address ?? "",
      side: row.author === null ? ("them" as const) : ("us" as const),
      html: row.body_html,
      at: row.created_at,
      attachments: files.get(row.id) ?? [],
    })),
  };
}

/** Whether a file belongs to a side conversation, which those who work here may read. */
export async function isSideMessage(messageId: string): Promise<boolean> {
  const rows = await db.read.rows(sql`select id from side_messages where id = ${messageId}`);
  return rows.length > 0;
}
