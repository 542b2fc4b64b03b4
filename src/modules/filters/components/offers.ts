import { fold } from "../rules/characters";
import { type Completion, complete } from "../rules/complete";
import type { FieldRegistry } from "../rules/fields";
import type { NamedValue, Names } from "../rules/names";

type Language = { fields: FieldRegistry; names: Names };

export type Offer = { label: string; text: string; cursor: number };

/**
 * What could be meant at the cursor, each as the whole text that it would make. Fields are offered
 * by their first two letters, values at once; `more` are values that only the server knows.
 */
export function offersAt(
  text: string,
  cursor: number,
  language: Language,
  more: readonly NamedValue[],
): { field: string | undefined; typed: string; offers: Offer[] } {
  const completion = complete(text, cursor, language);
  const { field, typed, suggestions } = completion;
  const isValue = field !== undefined;
  if (!isValue && typed.length < 2) return { field, typed, offers: [] };
  const known = new Set(suggestions.map(({ insert }) => insert.replace(/^"(.*)"$/u, "$1")));
  const values = more
    .filter(({ value }) => !known.has(value))
    .map(({ value, label }) => ({ label, insert: /[\s,"()]/u.test(value) ? `"${value}"` : value }));
  const all = [
    ...suggestions.map(({ label, insert }) => ({
      label: insert === label || insert.endsWith(":") ? insert : `${insert} (${label})`,
      insert,
    })),
    ...values,
  ];
  const offers = all
    .filter(({ insert }) => fold(insert) !== fold(typed))
    .slice(0, isValue ? 6 : 3)
    .map(({ label, insert }) => offerOf(text, completion, label, insert));
  return { field, typed, offers };
}

function offerOf(text: string, { start, end }: Completion, label: string, insert: string): Offer {
  // After a finished value one types on; after a field its value follows at once.
  const ends = insert.endsWith(":") || text.charAt(end) === ":" ? "" : " ";
  const rest = text.slice(end).replace(/^ /u, ends === " " ? "" : " ");
  const made = `${text.slice(0, start)}${insert}${ends}`;
  return { label, text: `${made}${rest}`, cursor: made.length };
}
