import type { Role } from "@/platform/auth/actor";
import { endSessionsBefore, endSessionsOf, rewriteSessionsOf } from "@/platform/auth/sessions";
import type { Command, Json } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { log } from "@/platform/log";

type Row = {
  id: string;
  name: string;
  email: string;
  role: Role;
  organization_id: string | null;
  suspended_at: Date | null;
  moved_at: Date | null;
  kept: string | null;
  valid_from: Date | null;
};

/**
 * Makes a person's sessions say what the database says: ended, or with the rights of today. It looks
 * at how things are and not at what happened, so it may run again and in any order. Gives how many
 * sessions ended.
 */
export async function applyAccess(userId: string): Promise<number> {
  const [row] = await db.write.rows<Row>(sql`
    select users.id, name, email, role, organization_id, suspended_at,
      moved.changed_at as moved_at, moved.session_mark as kept, session_marks.valid_from
    from users
    left join session_marks on session_marks.user_id = users.id
    left join lateral (select changed_at, session_mark from address_changes
      where user_id = users.id and changed_at is not null order by changed_at desc limit 1) moved
      on true
    where users.id = ${userId}`);
  if (row === undefined || row.suspended_at !== null) return endSessionsOf(userId);
  const { id, name, email, role } = row;
  const person = { id, name, email, role, organizationId: row.organization_id, suspendedAt: null };
  const { moved_at, kept, valid_from } = row;
  let ended = 0;
  // A new address leaves the device on which it was asked for; a mark leaves none.
  if (moved_at !== null) ended += await endSessionsBefore(id, moved_at, kept);
  if (valid_from !== null) ended += await endSessionsBefore(id, valid_from, null);
  await rewriteSessionsOf(person);
  return ended;
}

/**
 * A command after whose commit a person's sessions change at once. When the store is away nobody is
 * let in anyway, and the job that the event asks for does it when the store is back.
 */
export function thenApplyAccess<
  Input extends { commandId: string; userId: string },
  R extends { readonly [key: string]: Json },
>(command: Command<Input, R>): Command<Input, R & { sessionsEnded: number | null }> {
  return {
    ...command,
    execute: async (actor, input, at) => {
      const result = await command.execute(actor, input, at);
      const sessionsEnded = await applyAccess(input.userId).catch((err: unknown) => {
        log().warn({ err, userId: input.userId }, "sessions could not be changed yet");
        return null;
      });
      return { ...result, sessionsEnded };
    },
  };
}
