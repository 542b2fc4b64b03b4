import { roleMay } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql } from "@/platform/database";

/** Whether somebody of `users` works here no more; `person` names the row. */
export const isShutOut = (person: Sql): Sql =>
  sql`(${person}.suspended_at is not null or ${person}.role = 'customer')`;

/**
 * Whose actions somebody sees and takes back: their own; and those of people who are shut out, where
 * one may give what these held to others.
 */
export function reachableActions(actor: Actor): Sql {
  const own = sql`bulk_actions.asked_by = ${actor.id}`;
  if (!roleMay(actor.role, "people.reassign")) return own;
  return sql`(${own} or exists (
    select from users asker where asker.id = bulk_actions.asked_by and ${isShutOut(sql`asker`)}))`;
}
