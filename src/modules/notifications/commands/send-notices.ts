import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { languageOf } from "@/platform/mailer/letters";
import { incidentNews } from "../rules/operator-letters";
import type { Notice } from "../schema";
import { agentMail, worded } from "../steps/agent-mail";
import { letters } from "../steps/house-letters";

const schema = z.object({ commandId: commandIdSchema, userId: z.uuid() });

type Due = Notice & {
  id: string;
  name: string;
  email: string;
  language: string | null;
  runs: boolean;
};

/** Mails what is due to one admin, as one mail; whoever comes second finds nothing due. */
export const sendNotices = command(
  "notifications.sendNotices",
  schema,
  async (tx, { now }, { userId }) => {
    const due = await tx.rows<Due>(sql`
      select notices.id, level, title, says, path, abroad, users.name, users.email::text as email,
        users.language,
        users.role = 'admin' and users.suspended_at is null as runs
      from notices join users on users.id = user_id
      where user_id = ${userId} and mailed_at is null and mail_due_at <= ${now}
      order by notices.id limit ${raw(String(limits.lettersPerMailMax))}
      for update of notices`);
    const [first, ...others] = due;
    if (first === undefined) return { mails: 0 };
    await tx.rows(sql`
      update notices set mailed_at = ${now} where id = any(${due.map(({ id }) => id)}::uuid[])`);
    if (!first.runs) return { mails: 0 };
    const reader = { ...first, language: languageOf({ language: first.language, locale: "" }) };
    const news = incidentNews(reader, [first, ...others]);
    const letter = await worded(tx, letters.incident);
    await queueMail(tx, agentMail(reader, letter, news, { ticketId: null, bulk: false }), now);
    return { mails: 1 };
  },
);
