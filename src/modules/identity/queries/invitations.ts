import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { InvitationView } from "../schema";
import { markOf, readMark } from "./page-mark";

export const invitationsInput = z.object({ after: z.string().max(1_000).optional() });

type Row = {
  id: string;
  email: string;
  role: "agent" | "admin";
  teams: string[] | null;
  invited_by: string | null;
  created_at: Date;
  sent_at: Date;
  expires_at: Date;
};

/** Invitations that nobody has accepted or taken back, the newest first. */
export async function invitations({ after }: z.output<typeof invitationsInput>) {
  const mark = after === undefined ? undefined : readMark(after);
  const below =
    mark === undefined || Number.isNaN(Date.parse(mark[0]))
      ? sql`true`
      : sql`(invitations.created_at, invitations.id) < (${new Date(mark[0])}, ${mark[1]}::uuid)`;
  const rows = await db.write.rows<Row>(sql`
    select invitations.id, invitations.email::text as email, invitations.role,
      (select array_agg(teams.name order by teams.name) from teams
        where teams.id = any(invitations.team_ids)) as teams,
      users.name as invited_by, invitations.created_at, invitations.sent_at,
      invitations.expires_at
    from invitations left join users on users.id = invitations.invited_by
    where invitations.accepted_at is null and invitations.revoked_at is null and ${below}
    order by invitations.created_at desc, invitations.id desc
    limit ${raw(String(limits.personPageRows))}`);
  const last = rows.at(-1);
  const full = last !== undefined && rows.length === limits.personPageRows;
  const views = rows.map(
    (row): InvitationView => ({
      id: row.id,
      email: row.email,
      role: row.role,
      teams: row.teams ?? [],
      invitedBy: row.invited_by,
      sentAt: row.sent_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    }),
  );
  return {
    invitations: views,
    next: full ? markOf([last.created_at.toISOString(), last.id]) : null,
  };
}
