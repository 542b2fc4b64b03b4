import { limits } from "@/platform/limits";
import type { FieldDefinition, FieldValue } from "../types";

export type FieldProblem =
  | "empty"
  | "no_text"
  | "too_long"
  | "no_number"
  | "no_date"
  | "no_option"
  | "no_yes_or_no";

export type ReadValue = { value: FieldValue | null } | { problem: FieldProblem };

const empty = (given: unknown): boolean =>
  given === null ||
  given === undefined ||
  (typeof given === "string" && given.trim() === "") ||
  (Array.isArray(given) && given.length === 0);

/**
 * Reads a value for a field; null is an empty one. What comes out can be stored and compared: one
 * thing is written in one way alone.
 */
export function readValue(field: FieldDefinition, given: unknown): ReadValue {
  if (empty(given)) return field.required ? { problem: "empty" } : { value: null };
  switch (field.type) {
    case "text":
      return readText(given);
    case "number":
      return readNumber(given);
    case "checkbox":
      return typeof given === "boolean" ? { value: given } : { problem: "no_yes_or_no" };
    case "date":
      return typeof given === "string" && isDay(given) ? { value: given } : { problem: "no_date" };
    case "choice":
      return field.options.some(({ value }) => value === given) && typeof given === "string"
        ? { value: given }
        : { problem: "no_option" };
    case "choices":
      return readChoices(field, given);
  }
}

function readText(given: unknown): ReadValue {
  if (typeof given !== "string") return { problem: "no_text" };
  // One line: what is no letter and no sign of it becomes a space.
  const value = given
    .normalize("NFC")
    .replace(/\p{Cc}+|\p{Cs}/gu, " ")
    .trim();
  return value.length > limits.fieldTextCharsMax ? { problem: "too_long" } : { value };
}

function readNumber(given: unknown): ReadValue {
  const isNumber = typeof given === "number" && Number.isFinite(given);
  // Adding zero makes the negative zero an ordinary one.
  return isNumber && Math.abs(given) <= limits.fieldNumberMax
    ? { value: given + 0 }
    : { problem: "no_number" };
}

function readChoices(field: FieldDefinition, given: unknown): ReadValue {
  if (!Array.isArray(given)) return { problem: "no_option" };
  const known = field.options.map(({ value }) => value);
  if (!given.every((one) => known.includes(one))) return { problem: "no_option" };
  return { value: known.filter((value) => given.includes(value)) };
}

/** A day that exists, as it is written everywhere: 2027-02-28. */
export function isDay(text: string): boolean {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Why a value is not taken, as the end of a sentence that begins with the field's name. */
export const problemWords: Record<FieldProblem, string> = {
  empty: "may not be empty",
  no_text: "takes words",
  too_long: `takes at most ${limits.fieldTextCharsMax} characters`,
  no_number: "takes a number",
  no_date: "takes a date like 2027-02-28",
  no_option: "takes one of its options",
  no_yes_or_no: "is yes or no",
};

/** A value in words, as histories and panes show it. An option that is gone shows its value. */
export function valueWords(
  field: Pick<FieldDefinition, "options">,
  value: FieldValue | null | undefined,
): string {
  const nameOf = (one: string) => field.options.find((o) => o.value === one)?.name ?? one;
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return nameOf(value);
  return value.map(nameOf).join(", ");
}
