import { now } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { sheds } from "@/platform/surge";

const batch = raw(String(limits.notificationSweepMax));

/** People to whom a mail is due, the longest waiting first; digests wait while there is a surge. */
export async function peopleWithDueLetters(): Promise<string[]> {
  const rows = await db.write.rows<{ user_id: string }>(sql`
    select user_id from notification_letters
    where sent_at is null and due_at <= ${now()} and ${sheds("digests") ? sql`not digest` : sql`true`}
    group by user_id order by min(due_at) limit ${batch}`);
  return rows.map((row) => row.user_id);
}

/** Snoozed rows whose time has come. */
export async function snoozedRowsDue(): Promise<string[]> {
  const rows = await db.write.rows<{ id: string }>(sql`
    select id from notifications
    where snoozed_until <= ${now()} and done_at is null
    order by snoozed_until, id limit ${batch}`);
  return rows.map(({ id }) => id);
}

/** People to whom a mail about the installation is due. */
export async function peopleWithDueNotices(): Promise<string[]> {
  const rows = await db.write.rows<{ user_id: string }>(sql`
    select user_id from notices where mailed_at is null and mail_due_at <= ${now()}
    group by user_id order by min(mail_due_at) limit ${batch}`);
  return rows.map((row) => row.user_id);
}
