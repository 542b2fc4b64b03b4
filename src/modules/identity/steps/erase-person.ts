import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { accessChanged } from "../events";

/** What colleagues read where the name stood. */
const goneName = "Deleted customer";

type Before = { name: string; email: string; language: string | null };

/**
 * Takes everything that says who a customer was out of their account, and every way in. The row
 * stays, for what they wrote belongs to somebody. Gives what they were called, for a last mail.
 */
export async function erasePerson(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Before> {
  const { id } = actor;
  const before = await tx.first<Before>(sql`
    select name, email::text as email, language from users
    where id = ${id} and role = 'customer' and suspended_at is null for update`);
  if (before === undefined) throw new AppError("person_not_found");
  await tx.rows(sql`
    update users set name = ${goneName}, email = ${`deleted-${id}@deleted.invalid`},
      email_verified = false, image = null, language = null, locale = 'en', time_zone = 'UTC',
      organization_id = null, leads_organization = false, suspended_at = ${now}, updated_at = ${now}
    where id = ${id}`);
  await tx.rows(sql`delete from accounts where user_id = ${id}`);
  await tx.rows(sql`delete from verifications where value = ${id}`);
  await tx.rows(sql`delete from address_changes where user_id = ${id}`);
  tx.append(accessChanged.make({ userId: id, reason: "suspended", session: null }));
  return before;
}
