import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { peopleAt } from "./people-at";

export type Requester = {
  id: string;
  name: string;
  email: string;
  role: Actor["role"];
  organization_id: string | null;
  synthetic: boolean;
};

/**
 * Somebody who is known, or an address and a name to be known by from now on. `isProved`: whoever it
 * is reads what is sent to that address, and is let in as its owner.
 */
export type WantedRequester = { id: string } | { email: string; name: string; isProved?: true };

const columns = sql`users.id, users.name, users.email::text as email, users.role,
  users.organization_id, users.synthetic`;

/**
 * Who is to be asked for: by id, or by address; a new address makes a customer. One who was merged
 * into another person is that one, and whoever moved from an address still speaks from it; but who
 * merely reads the mail of an address that somebody has left is not that person.
 * @throws AppError `person_not_found`, for one who is shut out, too.
 */
export async function requesterFor(
  tx: Transaction,
  wanted: WantedRequester,
  at: Date,
): Promise<Requester> {
  const named = "id" in wanted ? sql`named.id = ${wanted.id}` : await knownAt(tx, wanted, at);
  const found = await tx.first<Requester>(sql`
    select ${columns} from users named join users on users.id = coalesce(named.merged_into, named.id)
    where ${named} and users.suspended_at is null
    for key share of users`);
  if (found === undefined) throw new AppError("person_not_found");
  return found;
}

async function knownAt(
  tx: Transaction,
  { email, name, isProved }: Exclude<WantedRequester, { id: string }>,
  at: Date,
): Promise<Sql> {
  const before = isProved
    ? undefined
    : await tx.first<{ person_id: string }>(sql`${peopleAt([email])} limit 1`);
  if (before !== undefined) return sql`named.id = ${before.person_id}`;
  await tx.rows(sql`
    insert into users (id, email, name, role, created_at, updated_at)
    values (${newId(at.getTime())}, ${email}, ${name}, 'customer', ${at}, ${at})
    on conflict (email) do nothing`);
  return sql`named.email = ${email}`;
}

/** A customer as who writes, for words that an agent takes down for them. */
export function writerOf(requester: Requester): Actor {
  const { id, name, email, role, organization_id: organizationId } = requester;
  return { id, name, email, role, audience: role, organizationId };
}
