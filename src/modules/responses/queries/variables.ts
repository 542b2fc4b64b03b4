import { type FieldDefinition, type FieldValues, valueWords } from "@/modules/fields";
import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { VariableValues } from "@/platform/placeholders";
import { firstName } from "../rules/variables";

type Row = {
  number: number;
  subject: string;
  fields: FieldValues;
  requester_name: string;
  requester_email: string;
  organization_name: string | null;
  workspace_name: string;
};

/**
 * What the variables of a text stand for on a ticket. In a reply only what customers may see has a
 * value: everything else is unknown there, so that it cannot be sent.
 */
export async function variablesOf(
  on: Pick<Transaction, "rows">,
  about: {
    actor: Actor;
    ticketId: string;
    kind: "reply" | "note";
    definitions: readonly FieldDefinition[];
  },
): Promise<VariableValues> {
  const { actor, ticketId, kind, definitions } = about;
  const [row] = await on.rows<Row>(sql`
    select tickets.number, tickets.subject, tickets.fields, users.name as requester_name,
      users.email::text as requester_email, organizations.name as organization_name,
      workspace.name as workspace_name
    from tickets join users on users.id = tickets.requester_id cross join workspace
    left join organizations on organizations.id = tickets.organization_id
    where tickets.id = ${ticketId}`);
  if (row === undefined) throw new AppError("ticket_not_found");
  const fields = definitions
    .filter((field) => field.active && !field.leaving)
    .filter((field) => kind === "note" || field.visibleToCustomer)
    .map((field): [string, string | null] => {
      const value = row.fields[field.key];
      return [`field.${field.key}`, value === undefined ? null : valueWords(field, value)];
    });
  return {
    "requester.name": row.requester_name,
    "requester.firstName": firstName(row.requester_name),
    "requester.email": row.requester_email,
    "organization.name": row.organization_name,
    "ticket.number": `#${row.number}`,
    "ticket.subject": row.subject,
    "agent.name": actor.name,
    "agent.firstName": firstName(actor.name),
    "workspace.name": row.workspace_name,
    ...Object.fromEntries(fields),
  };
}
