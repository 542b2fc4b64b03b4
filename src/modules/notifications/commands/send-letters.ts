import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { queueMails } from "@/platform/mailer";
import { languageOf } from "@/platform/mailer/letters";
import { digestNews, noticeNews } from "../rules/agent-letters";
import { agentMail, worded } from "../steps/agent-mail";
import { letters } from "../steps/house-letters";
import { readReason } from "../steps/rows";

const schema = z.object({ commandId: commandIdSchema, userId: z.uuid() });

type Due = {
  id: string;
  ticket_id: string;
  number: number;
  subject: string;
  reason: string;
  by_name: string | null;
  words: string;
  digest: boolean;
  name: string;
  email: string;
  language: string | null;
  works: boolean;
};

type Told = ReturnType<typeof toldOf>;
const toldOf = (due: Due) => ({
  number: due.number,
  subject: due.subject,
  reason: readReason(due.reason),
  byName: due.by_name,
  words: due.words,
});

function byTicket(letters: readonly Due[]): Map<string, [Told, ...Told[]]> {
  const tickets = new Map<string, [Told, ...Told[]]>();
  for (const due of letters) {
    const known = tickets.get(due.ticket_id);
    if (known === undefined) tickets.set(due.ticket_id, [toldOf(due)]);
    else known.push(toldOf(due));
  }
  return tickets;
}

async function ticketsOfDigest(tx: Transaction, userId: string, at: Date): Promise<number> {
  const row = await tx.first<{ tickets: number }>(sql`
    select count(distinct ticket_id)::int as tickets from notification_letters
    where user_id = ${userId} and digest and sent_at is null and due_at <= ${at}`);
  return row?.tickets ?? 0;
}

/**
 * Mails what is due to one person: a letter a ticket for what quiet hours held, one for the digest.
 * That a letter was sent stands in its row, so whoever comes second finds nothing due.
 */
export const sendLetters = command(
  "notifications.sendLetters",
  schema,
  async (tx, { now }, { userId }) => {
    // Two workers at once: the second one finds that everything is sent.
    await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 7002))`);
    const due = await tx.rows<Due>(sql`
      select letters.id, letters.ticket_id, tickets.number, tickets.subject, letters.reason,
        letters.by_name, letters.words, letters.digest, users.name, users.email::text as email,
        users.language, users.role <> 'customer' and users.suspended_at is null as works
      from notification_letters letters
      join tickets on tickets.id = letters.ticket_id
      join users on users.id = letters.user_id
      where letters.user_id = ${userId} and letters.sent_at is null and letters.due_at <= ${now}
      order by letters.digest, letters.id limit ${raw(String(limits.lettersPerMailMax))}`);
    const [first] = due;
    if (first === undefined) return { mails: 0 };
    const digestTickets = await ticketsOfDigest(tx, userId, now);
    const isDigest = due.some((letter) => letter.digest);
    // The digest is one mail, however much it leaves out.
    await tx.rows(sql`
      update notification_letters set sent_at = ${now}
      where user_id = ${userId} and sent_at is null and due_at <= ${now}
        and (id = any(${due.map(({ id }) => id)}::uuid[]) or (digest and ${isDigest}))`);
    // Who left the house while a letter waited is told nothing of it any more.
    if (!first.works) return { mails: 0 };
    const reader = { ...first, language: languageOf({ language: first.language, locale: "" }) };
    const notice = await worded(tx, letters.notice);
    const notices = [...byTicket(due.filter(({ digest }) => !digest))].map(([ticketId, told]) =>
      agentMail(reader, notice, noticeNews(reader, told), { ticketId, bulk: true }),
    );
    const digest = [...byTicket(due.filter((letter) => letter.digest)).values()];
    const shown = digest.slice(0, limits.digestTicketsMax);
    const more = Math.max(0, digestTickets - shown.length);
    const daily =
      digest.length === 0
        ? []
        : [
            agentMail(reader, await worded(tx, letters.digest), digestNews(reader, shown, more), {
              ticketId: null,
              bulk: true,
            }),
          ];
    const mails = await queueMails(tx, [...notices, ...daily], now);
    return { mails: mails.length };
  },
);
