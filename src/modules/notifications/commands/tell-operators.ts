import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { bulk, raw, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { notificationNoticed } from "../events";
import { isOff } from "../rules/choices";
import { planFor } from "../rules/plan";
import { operatorNoticeSchema } from "../schema";
import { type SettingsRow, settingsOf } from "../steps/people";

const schema = z.object({
  commandId: commandIdSchema,
  eventId: z.uuid(),
  notice: operatorNoticeSchema,
});

type Row = SettingsRow & { id: string; time_zone: string };

/** Tells every admin of one thing as they chose; the same event twice tells them once. */
export const tellAllOperators = command(
  "notifications.tellOperators",
  schema,
  async (tx, { now }, { eventId, notice }) => {
    if (!(await once(tx, "notifications-operators", eventId))) return { told: 0 };
    const admins = await tx.rows<Row>(sql`
      select users.id, users.time_zone, choices, quiet_from, quiet_until, digest_at
      from users left join notification_settings on user_id = users.id
      where role = 'admin' and suspended_at is null and not synthetic
      order by users.id limit ${raw(String(limits.notifiedPerEventMax))}`);
    const rows = admins.flatMap((admin) => {
      const settings = settingsOf(admin);
      const choice = settings.choices.incident;
      if (isOff(choice)) return [];
      const plan = planFor(choice, { ...settings, zone: admin.time_zone }, now);
      const { level, title, says, path, abroad } = notice;
      const mailDueAt = plan.letter?.dueAt ?? null;
      return [
        [
          newId(now.getTime()),
          admin.id,
          eventId,
          level,
          title,
          says,
          path,
          abroad === null ? null : JSON.stringify(abroad),
          plan.inbox,
          mailDueAt,
          now,
        ],
      ];
    });
    if (rows.length === 0) return { told: 0 };
    await tx.rows(sql`
      insert into notices (id, user_id, event_id, level, title, says, path, abroad, listed, mail_due_at,
        created_at)
      values ${bulk(rows)} on conflict (user_id, event_id) do nothing`);
    for (const { id } of admins) tx.append(notificationNoticed.make({ userId: id }));
    return { told: rows.length };
  },
);
