import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { assert } from "@/platform/errors";
import { ownKeysSchema } from "../schema";

/** What somebody's own screen needs to know of them. */
export async function me(actor: Actor) {
  const [row] = await db.read.rows<{
    locale: string;
    language: string | null;
    time_zone: string;
    keys: unknown;
    organization_name: string | null;
    shares_tickets: boolean | null;
    is_led: boolean | null;
  }>(sql`
    select users.locale, users.language, users.time_zone, users.keys, organizations.name as organization_name,
      organizations.shares_tickets and (select colleagues_share from workspace) as shares_tickets,
      (select colleagues_share from workspace) and exists (
        select from users lead where lead.organization_id = organizations.id
          and lead.leads_organization and lead.suspended_at is null and lead.id <> users.id)
        as is_led
    from users left join organizations on organizations.id = ${actor.organizationId}
    where users.id = ${actor.id}`);
  assert(row !== undefined, "somebody who is signed in exists");
  const { id, name, email, role, organizationId } = actor;
  return {
    id,
    name,
    email,
    role,
    organizationId,
    locale: row.locale,
    /** Chosen by the person; null as long as nobody did. */
    language: row.language,
    timeZone: row.time_zone,
    /** Their own keys, by what those do. */
    keys: ownKeysSchema.safeParse(row.keys).data ?? {},
    /** Whose people see each other's requests, by name; null where nobody else sees one's own. */
    sharedWith: row.shares_tickets || row.is_led ? row.organization_name : null,
    /** All of those colleagues, or who reads for the organization. */
    sharedByAll: row.shares_tickets === true,
  };
}
