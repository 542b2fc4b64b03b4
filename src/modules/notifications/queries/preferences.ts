import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { type SettingsRow, settingsOf } from "../steps/people";

const nothingChosen: SettingsRow = {
  choices: {},
  quiet_from: null,
  quiet_until: null,
  digest_at: null,
};

/** How somebody wants to be told of what. */
export async function preferences(actor: Actor) {
  const [row] = await db.write.rows<SettingsRow & { as_of: number }>(sql`
    select choices, quiet_from, quiet_until, digest_at, last as as_of
    from event_positions left join notification_settings on user_id = ${actor.id}`);
  return { ...settingsOf(row ?? nothingChosen), asOf: row?.as_of ?? 0 };
}
