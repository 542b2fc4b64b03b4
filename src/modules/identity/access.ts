import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql } from "@/platform/database";

/** The house sees everybody; a customer sees nobody in a list but themselves. */
export function mayReadPerson(actor: Actor, person: { id: string }): boolean {
  return actor.audience !== "customer" || actor.id === person.id;
}

/** The same as a filter over `users`; a property test keeps the two equal. */
export function readablePeople(actor: Actor): Sql {
  return actor.audience === "customer" ? sql`users.id = ${actor.id}` : sql`true`;
}
