import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export const customersInput = z.object({
  /** The beginning of the name, or of the address. */
  words: z.string().trim().min(1).max(limits.nameCharsMax),
});

export type CustomerView = {
  id: string;
  name: string;
  email: string;
  organization: string | null;
};

const rowsMax = raw(String(limits.customerRows));

/**
 * Customers whose name or address begins with some words: each arm stops at its own index, so that
 * many people cost no more than few.
 */
export async function customers({
  words,
}: z.output<typeof customersInput>): Promise<{ people: CustomerView[] }> {
  const beginning = `${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const people = await db.read.rows<CustomerView>(sql`
    select people.id, people.name, people.email, organizations.name as organization from (
      (select id, name, email::text as email, organization_id from users
        where lower(name) like ${beginning} and role = 'customer' and merged_into is null
          and suspended_at is null and not synthetic order by lower(name) limit ${rowsMax})
      union
      (select id, name, email::text, organization_id from users
        where lower(email::text) like ${beginning} and role = 'customer' and merged_into is null
          and suspended_at is null and not synthetic order by lower(email::text) limit ${rowsMax})
    ) as people left join organizations on organizations.id = people.organization_id
    order by people.name, people.id limit ${rowsMax}`);
  return { people };
}

export const customerInput = z.object({ userId: z.uuid() });

/** What those who work here see of somebody who asks. */
export async function customer({ userId }: z.output<typeof customerInput>) {
  const [row] = await db.read.rows<{
    id: string;
    name: string;
    email: string;
    locale: string;
    time_zone: string;
    created_at: Date;
    organization: string | null;
    shares_tickets: boolean | null;
  }>(sql`
    select users.id, users.name, users.email::text as email, users.locale, users.time_zone,
      users.created_at, organizations.name as organization,
      organizations.shares_tickets and (select colleagues_share from workspace) as shares_tickets
    from users left join organizations on organizations.id = users.organization_id
    where users.id = ${userId}`);
  if (row === undefined) return null;
  const { time_zone: timeZone, created_at, shares_tickets, ...rest } = row;
  return { ...rest, timeZone, since: created_at.toISOString(), shares: shares_tickets ?? false };
}
