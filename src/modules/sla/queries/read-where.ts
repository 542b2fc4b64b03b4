import {
  contradictionIn,
  dependsOnActor,
  dependsOnTime,
  type Expression,
  fieldsOf,
} from "@/modules/filters";
import { type TicketFilterFields, ticketFieldsFor, understoodFilter } from "@/modules/tickets";
import { AppError } from "@/platform/errors";

/** What a promise decides itself, it cannot ask for. */
const decidedHere = ["sla", "due", "waiting"] as const;

/** Why a promise cannot depend on this, though a list can; null: it can. */
function unsteady(where: Expression, fields: TicketFilterFields): string | null {
  const own = decidedHere.find((field) => fieldsOf(where).includes(field));
  if (own !== undefined)
    return `A policy cannot ask for "${own}": that follows from the policy itself.`;
  if (fieldsOf(where).some((field) => fields.get(field)?.kind === "fullText"))
    return "Words alone search whole conversations. Write subject: before them.";
  if (dependsOnActor(where, fields))
    return '"me" is another person for everybody who looks. Name the person.';
  if (dependsOnTime(where))
    return "A time that moves (such as 3 days ago) would change the promise while nothing happens. Write a date.";
  return null;
}

/**
 * The tickets that a policy is about, as somebody wrote them.
 * @throws AppError `filter_not_understood` with the place; `policy_never_matches` with the reason;
 * `policy_unsteady` where the promise would change though nothing happens.
 */
export async function readWhere(text: string): Promise<Expression> {
  const expression = await understoodFilter(text);
  const fields = await ticketFieldsFor([expression]);
  const contradiction = contradictionIn(expression, fields);
  if (contradiction !== undefined)
    throw new AppError("policy_never_matches", { detail: { says: contradiction } });
  const says = unsteady(expression, fields);
  if (says !== null) throw new AppError("policy_unsteady", { detail: { says } });
  return expression;
}
