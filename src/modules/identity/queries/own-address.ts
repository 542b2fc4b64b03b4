import { now } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { peopleAt } from "../steps/people-at";
import { hashOf } from "../steps/secret-token";

/** What proves somebody before their address changes; null for who signs in by links alone. */
export async function passwordOf(userId: string): Promise<string | null> {
  const [row] = await db.write.rows<{ password: string | null }>(sql`
    select password from accounts where user_id = ${userId} and provider_id = 'credential'`);
  return row?.password ?? null;
}

export type AddressLink = {
  id: string;
  userId: string;
  /** What opening it does: lets the change begin, makes it, or takes it back. */
  step: "allow" | "confirm" | "object";
  oldEmail: string;
  newEmail: string;
};

/** What a link about an address would do, while it opens. */
export async function addressLink(token: string): Promise<AddressLink | null> {
  const [row] = await db.write.rows<AddressLink>(sql`
    select id, user_id as "userId", step, old_email::text as "oldEmail",
      new_email::text as "newEmail"
    from address_changes where token_hash = ${hashOf(token)} and expires_at > ${now()}`);
  return row ?? null;
}

/** Whether an account moved from an address so lately that this may be taken back. */
export async function isReserved(email: string): Promise<boolean> {
  const rows = await db.write.rows(sql`
    select id from address_changes where old_email = ${email} and changed_at is not null
      and undone_at is null and expires_at > ${now()}
      and not exists (select from users where users.email = ${email}) limit 1`);
  return rows.length > 0;
}

/** Where whoever had an address is by now. */
export async function addressNow(email: string): Promise<string> {
  const [row] = await db.write.rows<{ email: string }>(sql`
    select users.email::text as email from (${peopleAt([email])} limit 1) named
    join users on users.id = named.person_id`);
  return row?.email ?? email;
}

/** The addresses that somebody had before, the latest first: letters from them are still theirs. */
export async function formerAddresses(userId: string): Promise<string[]> {
  const rows = await db.read.rows<{ email: string }>(sql`
    select old_email::text as email from address_changes
    where user_id = ${userId} and changed_at is not null and undone_at is null
    order by changed_at desc limit ${raw(String(limits.formerAddressRows))}`);
  return rows.map(({ email }) => email);
}
