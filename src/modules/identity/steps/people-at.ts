import { type Sql, sql } from "@/platform/database";

/**
 * Whose some addresses are, as rows of `person_id` and `address`: who has one now, else who moved
 * from it to another one. Whoever was merged into another person is that one. It answers who speaks
 * from an address; it opens nothing to whoever can read what is sent there.
 */
export const peopleAt = (addresses: readonly string[]): Sql => sql`
  select coalesce(holder.merged_into, holder.id) as person_id, holder.email::text as address
  from users holder where holder.email = any(${addresses}::citext[])
  union all
  select coalesce(mover.merged_into, mover.id), moved.old_email::text from (
    select distinct on (old_email) old_email, user_id from address_changes
    where old_email = any(${addresses}::citext[]) and changed_at is not null and undone_at is null
    order by old_email, changed_at desc) moved
  join users mover on mover.id = moved.user_id
  where not exists (select from users other where other.email = moved.old_email)`;
