import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { bulk, raw, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { chooseLanguage } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type NewMail, queueMails } from "@/platform/mailer";
import { wordsInAll, writeLetter } from "@/platform/mailer/letters";
import { dueTickets } from "../queries/due";
import { ratingLetter } from "../queries/letters";
import { ratingToken } from "../steps/link";

type Due = {
  id: string;
  number: string;
  subject: string;
  resolved_at: Date;
  requester_id: string;
  name: string;
  email: string;
  language: string | null;
};

/**
 * Asks the requesters of tickets that have been solved for a while how it went, a bounded number at
 * a time; each resolution once. Gives how many it asked.
 */
export const askForRatings = command(
  "satisfaction.ask",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    // Two workers must not ask the same.
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext('satisfaction.ask'))`);
    const due = await tx.rows<Due>(sql`
      select distinct on (tickets.requester_id) tickets.id, tickets.number, tickets.subject,
        tickets.resolved_at, tickets.requester_id, users.name, users.email::text as email,
        users.language
      from ${dueTickets(now)}
      order by tickets.requester_id, tickets.resolved_at desc
      limit ${raw(String(limits.ratingAskRows))}`);
    if (due.length === 0) return { asked: 0 };
    const rows = due.map((one) => [
      newId(now.getTime()),
      one.id,
      one.resolved_at,
      one.requester_id,
      now,
    ]);
    await tx.rows(sql`
      insert into satisfaction_ratings (id, ticket_id, resolution_at, requester_id, asked_at)
      values ${bulk(rows)} on conflict (ticket_id, resolution_at) do nothing`);
    const words = await wordsInAll(tx, ratingLetter);
    const desk = await tx.first<{ name: string }>(sql`select name from workspace`);
    const mails = due.map((one): NewMail => {
      const token = ratingToken({ ticketId: one.id, resolutionAt: one.resolved_at });
      const url = (rating: string) => {
        const link = new URL("/portal/rating", env().PUBLIC_WEB_URL);
        link.search = new URLSearchParams({ token, rating }).toString();
        return link.href;
      };
      const language = chooseLanguage({ account: one.language });
      const written = writeLetter(words[language], {
        language,
        values: {
          "person.firstName": one.name.trim().split(/\s+/)[0] ?? one.name,
          "ticket.number": `#${one.number}`,
          "ticket.subject": one.subject,
          "desk.name": desk?.name ?? "",
          "link.bad": url("bad"),
        },
        url: url("good"),
      });
      return {
        kind: ratingLetter.kind,
        to: one.email,
        ...written,
        secret: true,
        ticketId: one.id,
        bulk: true,
      };
    });
    await queueMails(tx, mails, now);
    return { asked: due.length };
  },
);
