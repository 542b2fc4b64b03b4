import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { bodiesOf, queueMail } from "@/platform/mailer";
import { noticesLetter } from "../rules/operator-letters";
import type { Notice } from "../schema";

const schema = z.object({ commandId: commandIdSchema, userId: z.uuid() });

type Due = Notice & { id: string; name: string; email: string; runs: boolean };

/** Mails what is due to one admin, as one mail; whoever comes second finds nothing due. */
export const sendNotices = command(
  "notifications.sendNotices",
  schema,
  async (tx, { now }, { userId }) => {
    const due = await tx.rows<Due>(sql`
      select notices.id, level, title, says, path, users.name, users.email::text as email,
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
    const { subject, action, ...letter } = noticesLetter(first.name, [first, ...others]);
    const url = new URL(action.path, env().PUBLIC_WEB_URL).href;
    const bodies = bodiesOf({ ...letter, action: { label: action.label, url } });
    await queueMail(tx, { kind: "notice", to: first.email, subject, ...bodies }, now);
    return { mails: 1 };
  },
);
