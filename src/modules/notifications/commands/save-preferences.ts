import type * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { notificationSettingsChanged } from "../events";
import { nextAt, quietUntil } from "../rules/day";
import { reasons } from "../rules/reasons";
import { keptChoicesSchema, settingsChangeSchema } from "../schema";
import { type SettingsRow, settingsOf } from "../steps/people";

const schema = settingsChangeSchema.extend({ commandId: commandIdSchema });

type Kept = z.output<typeof keptChoicesSchema>;

/** What was chosen before, with what is chosen now, part by part. */
function merged(before: unknown, change: Kept): Kept {
  const kept = keptChoicesSchema.safeParse(before);
  const known = kept.success ? kept.data : {};
  return Object.fromEntries(
    reasons.map((reason) => [reason, { ...known[reason], ...change[reason] }]),
  );
}

/** Keeps one preference or several; letters that wait already follow the new hours. */
export const savePreferences = command(
  "notifications.savePreferences",
  schema,
  async (tx, { actor, now }, { choices, quiet, digestMinute }) => {
    await tx.rows(sql`
      insert into notification_settings (user_id, updated_at) values (${actor.id}, ${now})
      on conflict (user_id) do nothing`);
    const row = await tx.first<SettingsRow & { time_zone: string }>(sql`
      select choices, quiet_from, quiet_until, digest_at, users.time_zone
      from notification_settings join users on users.id = user_id
      where user_id = ${actor.id} for update of notification_settings`);
    if (row === undefined) return { saved: false };
    const next = {
      choices: merged(row.choices, choices ?? {}),
      quiet_from: quiet === undefined ? row.quiet_from : (quiet?.fromMinute ?? null),
      quiet_until: quiet === undefined ? row.quiet_until : (quiet?.untilMinute ?? null),
      digest_at: digestMinute ?? row.digest_at,
    };
    await tx.rows(sql`
      update notification_settings set choices = ${JSON.stringify(next.choices)},
        quiet_from = ${next.quiet_from}, quiet_until = ${next.quiet_until},
        digest_at = ${next.digest_at}, updated_at = ${now}
      where user_id = ${actor.id}`);
    const person = settingsOf(next);
    const digestDue = nextAt(person.digestMinute, row.time_zone, now);
    const noticeDue = quietUntil(person.quiet, row.time_zone, now) ?? now;
    await tx.rows(sql`
      update notification_letters
      set due_at = case when digest then ${digestDue}::timestamptz else ${noticeDue}::timestamptz end
      where user_id = ${actor.id} and sent_at is null`);
    tx.append(notificationSettingsChanged.make({ userId: actor.id }));
    return { saved: true };
  },
);
