import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { readablePeople } from "../access";

export const customersInput = z.object({
  /** The beginning of a word of the name, or of the address. */
  words: z.string().trim().min(1).max(limits.nameCharsMax),
});

export type CustomerView = {
  id: string;
  name: string;
  email: string;
  organization: string | null;
};

/** Customers to whom one writes, found by what one types. */
export async function customers(
  actor: Actor,
  { words }: z.output<typeof customersInput>,
): Promise<{ people: CustomerView[] }> {
  const beginning = `${words.replace(/[\\%_]/g, "\\$&")}%`;
  const people = await db.read.rows<CustomerView>(sql`
    select users.id, users.name, users.email::text as email, organizations.name as organization
    from users left join organizations on organizations.id = users.organization_id
    where users.role = 'customer' and users.suspended_at is null and ${readablePeople(actor)}
      and (users.name ilike ${beginning} or users.name ilike ${`% ${beginning}`}
        or users.email ilike ${beginning})
    order by users.name, users.id limit ${raw(String(limits.customersFoundMax))}`);
  return { people };
}
