import { type Sql, sql } from "@/platform/database";

/** Whose an upload is: a person's, or a form's as long as nobody knows who fills it in. */
export type Holder = { ownerId: string } | { formId: string };

export const heldBy = (holder: Holder): Sql =>
  "ownerId" in holder ? sql`owner_id = ${holder.ownerId}` : sql`form_id = ${holder.formId}`;
