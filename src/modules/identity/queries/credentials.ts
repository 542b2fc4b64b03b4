import { db, sql } from "@/platform/database";

export type Credentials = { userId: string; password: string | null; role: string; open: boolean };

/**
 * What decides over a sign-in, read before and after: a password or role that changes meanwhile
 * must not leave a session behind that was made with the old one.
 */
export async function credentialsOf(email: string): Promise<Credentials | null> {
  const [row] = await db.write.rows<Credentials>(sql`
    select users.id as "userId", accounts.password, users.role, users.suspended_at is null as open
    from users
    left join accounts on accounts.user_id = users.id and accounts.provider_id = 'credential'
    where users.email = ${email}`);
  return row ?? null;
}

export function sameCredentials(before: Credentials | null, after: Credentials | null): boolean {
  return (
    before !== null &&
    after !== null &&
    before.userId === after.userId &&
    before.password === after.password &&
    before.role === after.role &&
    before.open === after.open
  );
}
