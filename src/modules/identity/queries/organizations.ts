import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Named } from "../schema";

const rowsMax = raw(String(limits.personPageRows));
/** Nobody counts more of them one by one. */
const countedMax = raw(String(limits.organizationPeopleCountedMax));

const markSchema = z.object({ name: z.string().max(limits.nameCharsMax), id: z.uuid() });
type Mark = z.output<typeof markSchema>;

const patternOf = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
const nextOf = (rows: readonly Mark[]): Mark | null => {
  const last = rows.at(-1);
  return last !== undefined && rows.length === limits.personPageRows
    ? { name: last.name, id: last.id }
    : null;
};

export const organizationsInput = z.object({
  words: z.string().trim().max(limits.nameCharsMax).default(""),
  cursor: markSchema.optional(),
});

export type OrganizationView = Named & {
  sharesTickets: boolean;
  people: number;
  /** Who reads what the others ask, where not everybody does. */
  leads: number;
};

/** Organizations by name, with how many belong to each. */
export async function organizations({ words, cursor }: z.output<typeof organizationsInput>) {
  const after =
    cursor === undefined ? sql`true` : sql`(name, id) > (${cursor.name}, ${cursor.id}::uuid)`;
  const rows = await db.read.rows<OrganizationView>(sql`
    select shown.id, shown.name, shown.shares_tickets as "sharesTickets",
      counted.people, counted.leads
    from (
      select * from organizations
      where lower(name) like ${patternOf(words)} and archived_at is null and ${after}
      order by name, id limit ${rowsMax}) as shown
    cross join lateral (
      select count(*)::int as people, count(*) filter (where leads_organization)::int as leads
      from (select leads_organization from users
        where organization_id = shown.id and role = 'customer' and merged_into is null
          and not synthetic
        limit ${countedMax}) as theirs) as counted
    order by shown.name, shown.id`);
  return { organizations: rows, next: nextOf(rows) };
}

export const membersInput = z.object({
  organizationId: z.uuid(),
  cursor: markSchema.optional(),
});

export type MemberView = Named & { email: string; leads: boolean };

/** Who belongs to an organization, by name. */
export async function organizationMembers({
  organizationId,
  cursor,
}: z.output<typeof membersInput>) {
  const after =
    cursor === undefined ? sql`true` : sql`(name, id) > (${cursor.name}, ${cursor.id}::uuid)`;
  const rows = await db.read.rows<MemberView>(sql`
    select id, name, email::text as email, leads_organization as leads from users
    where organization_id = ${organizationId} and role = 'customer' and merged_into is null
      and not synthetic and ${after}
    order by name, id limit ${rowsMax}`);
  return { members: rows, next: nextOf(rows) };
}
