import { type Expression, idsIn, describe as inWords, namesForIds } from "@/modules/filters";
import { namesOf } from "@/modules/identity";
import type { TicketFilterFields } from "./filter";

/** Filters as sentences that name the people and teams in them; one statement for all. */
export async function filterSentences(
  expressions: readonly Expression[],
  fields: TicketFilterFields,
): Promise<string[]> {
  const ids = expressions.flatMap((expression) => idsIn(expression, fields));
  const names = namesForIds(await namesOf(ids), fields);
  return expressions.map((expression) => inWords(expression, { fields, names }));
}
