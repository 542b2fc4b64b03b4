import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type Language, languageOf } from "@/platform/mailer/letters";
import type { Candidate, Happening } from "../rules/addressed";
import { type Choices, choicesOf } from "../rules/choices";
import type { Person } from "../rules/plan";
import { keptChoicesSchema } from "../schema";

export type Agent = Candidate & {
  name: string;
  email: string;
  language: Language;
  choices: Choices;
  /** The last message of the ticket that they had before their eyes. */
  seenAt: Date | null;
} & Person;

type Row = {
  id: string;
  name: string;
  email: string;
  language: string | null;
  time_zone: string;
  in_team: boolean;
  away: boolean;
  seen_at: Date | null;
} & SettingsRow;

export type SettingsRow = {
  choices: unknown;
  quiet_from: number | null;
  quiet_until: number | null;
  digest_at: number | null;
};

const usualDigestMinute = 8 * 60;

/** What somebody chose; what another version wrote and nobody can read is as if it were not chosen. */
export function settingsOf(row: SettingsRow) {
  const kept = keptChoicesSchema.safeParse(row.choices ?? {});
  const quiet =
    row.quiet_from === null || row.quiet_until === null
      ? null
      : { fromMinute: row.quiet_from, untilMinute: row.quiet_until };
  return {
    choices: choicesOf(kept.success ? kept.data : {}),
    quiet,
    digestMinute: row.digest_at ?? usualDigestMinute,
  };
}

/** All who may be told of something, with their preferences: one statement, bounded. */
export async function candidatesFor(
  tx: Transaction,
  { persons, team, ticketId }: Happening & { ticketId: string },
  at: Date,
): Promise<Agent[]> {
  const ids = persons.map(({ personId }) => personId);
  const teamId = team?.teamId ?? null;
  if (ids.length === 0 && teamId === null) return [];
  const rows = await tx.rows<Row>(sql`
    select users.id, users.name, users.email::text as email, users.language,
      users.time_zone,
      coalesce(users.away_until > ${at}, false) as away, members.user_id is not null as in_team,
      ticket_reads.seen_at,
      notification_settings.choices, notification_settings.quiet_from,
      notification_settings.quiet_until, notification_settings.digest_at
    from users
    left join team_members members on members.user_id = users.id and members.team_id = ${teamId}
    left join notification_settings on notification_settings.user_id = users.id
    left join ticket_reads
      on ticket_reads.user_id = users.id and ticket_reads.ticket_id = ${ticketId}
    where users.role <> 'customer' and users.suspended_at is null and not users.synthetic
      and (users.id = any(${ids}::uuid[]) or members.user_id is not null)
    order by users.id limit ${raw(String(limits.notifiedPerEventMax))}`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    // The console speaks English to who chose nothing, whatever their browser speaks.
    language: languageOf({ language: row.language, locale: "" }),
    zone: row.time_zone,
    inTeam: row.in_team,
    away: row.away,
    seenAt: row.seen_at,
    ...settingsOf(row),
  }));
}

/** Whether an assignee can answer, and where their work goes when they cannot. */
export async function absenceOf(
  tx: Transaction,
  userId: string,
  at: Date,
): Promise<{ awayUntil: Date | null; teamId: string | null } | null> {
  const row = await tx.first<{
    away_until: Date | null;
    suspended: boolean;
    team_id: string | null;
  }>(sql`
    select away_until, suspended_at is not null as suspended,
      (select teams.id from team_members join teams on teams.id = team_members.team_id
        where team_members.user_id = users.id and teams.archived_at is null
        order by teams.name limit 1) as team_id
    from users where id = ${userId} and (away_until > ${at} or suspended_at is not null)`);
  if (row === undefined) return null;
  return { awayUntil: row.suspended ? null : row.away_until, teamId: row.team_id };
}
