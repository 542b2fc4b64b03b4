import * as z from "zod";
import { colleaguesChanged } from "@/modules/workspace";
import type { Role } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { accessChanged } from "../events";
import { roleMay } from "../rules/permissions";
import { teamNameSchema as organizationNameSchema } from "../schema";
import { thenApplyAccess } from "./apply-access";

function mustConfigure(role: Role): void {
  if (!roleMay(role, "workspace.configure")) throw new AppError("forbidden");
}

const saveSchema = z.object({
  commandId: commandIdSchema,
  /** null makes a new one. */
  id: z.uuid().nullable(),
  name: organizationNameSchema,
  /** Whether all its people read what the others ask. */
  sharesTickets: z.boolean(),
});

/** Makes or changes an organization. @throws AppError `name_taken`, `not_found`. */
export const saveOrganization = command(
  "identity.saveOrganization",
  saveSchema,
  async (tx, { actor, now }, { id: known, name, sharesTickets }) => {
    mustConfigure(actor.role);
    // Two who take one name at the same moment come one after the other.
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext('organizations.name'))`);
    const taken = await tx.first(sql`
      select id from organizations
      where lower(name) = lower(${name}) and archived_at is null
        and id is distinct from ${known}::uuid limit 1`);
    if (taken !== undefined) throw new AppError("name_taken", { detail: { name } });
    if (known === null) {
      const id = newId(now.getTime());
      await tx.rows(sql`
        insert into organizations (id, name, shares_tickets, created_at)
        values (${id}, ${name}, ${sharesTickets}, ${now})`);
      return { id };
    }
    const before = await tx.first<{ shares_tickets: boolean }>(sql`
      select shares_tickets from organizations
      where id = ${known} and archived_at is null for update`);
    if (before === undefined) throw new AppError("not_found");
    await tx.rows(sql`
      update organizations set name = ${name}, shares_tickets = ${sharesTickets}
      where id = ${known}`);
    if (before.shares_tickets !== sharesTickets)
      tx.append(colleaguesChanged.make({ organizationId: known }));
    return { id: known };
  },
);

const placeSchema = z.object({
  commandId: commandIdSchema,
  userId: z.uuid(),
  /** null: to none. */
  organizationId: z.uuid().nullable(),
  /** Reads what the others ask, also where not everybody does. */
  leads: z.boolean().default(false),
});

/**
 * Says to which organization a customer belongs, from their next request on; what they asked before
 * stays where it was asked.
 * @throws AppError `person_not_found` for who works here, too; `not_found`.
 */
export const placeCustomer = thenApplyAccess(
  command(
    "identity.placeCustomer",
    placeSchema,
    async (tx, { actor, now }, { userId, organizationId, leads }) => {
      mustConfigure(actor.role);
      // The organization before its people, as whoever archives one locks them.
      const known =
        organizationId === null
          ? null
          : await tx.first(sql`
              select id from organizations
              where id = ${organizationId} and archived_at is null for key share`);
      const person = await tx.first(sql`
        select id from users where id = ${userId} and role = 'customer' and merged_into is null
        for no key update`);
      if (person === undefined) throw new AppError("person_not_found");
      if (known === undefined) throw new AppError("not_found");
      await tx.rows(sql`
        update users set organization_id = ${organizationId},
          leads_organization = ${leads && organizationId !== null}, updated_at = ${now}
        where id = ${userId}`);
      tx.append(accessChanged.make({ userId, reason: "role_changed", session: null }));
      return { userId };
    },
  ),
);

const archiveSchema = z.object({ commandId: commandIdSchema, organizationId: z.uuid() });

/**
 * Puts an organization away: its people belong to none, and nobody reads any more what the others
 * ask. Tickets keep its name, and filters that name it still find these. The sessions of its people
 * may name it for a while; what they read is asked of the person's row.
 * @throws AppError `not_found`.
 */
export const archiveOrganization = command(
  "identity.archiveOrganization",
  archiveSchema,
  async (tx, { actor, now }, { organizationId }) => {
    mustConfigure(actor.role);
    const known = await tx.first(sql`
      select id from organizations where id = ${organizationId} and archived_at is null for update`);
    if (known === undefined) throw new AppError("not_found");
    await tx.rows(sql`
      update organizations set archived_at = ${now}, shares_tickets = false
      where id = ${organizationId}`);
    const left = await tx.first<{ people: number }>(sql`
      with those as (
        update users set organization_id = null, leads_organization = false, updated_at = ${now}
        where organization_id = ${organizationId} returning role, merged_into)
      select count(*) filter (where role = 'customer' and merged_into is null)::int as people
      from those`);
    tx.append(colleaguesChanged.make({ organizationId }));
    return { organizationId, people: left?.people ?? 0 };
  },
);
