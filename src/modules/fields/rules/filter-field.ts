import type { Field } from "@/modules/filters/client";
import type { FieldDefinition, FieldType, FieldValues } from "../types";

type Row = { fields: FieldValues };

const kinds: Record<FieldType, Field["kind"]> = {
  text: "text",
  number: "number",
  checkbox: "boolean",
  date: "date",
  choice: "enum",
  choices: "enum",
};

export const filterName = (key: string): string => `field.${key}`;

/** The key of a custom field by the name that filters call it; null for the tickets' own. */
export const keyOfFilter = (name: string): string | null =>
  name.startsWith("field.") ? name.slice("field.".length) : null;

/** A custom field as the filter language knows it, with what an event's row says of it. */
export function filterFieldOf(field: FieldDefinition): Field<Row> {
  const isCheckbox = field.type === "checkbox";
  return {
    name: filterName(field.key),
    kind: kinds[field.type],
    label: field.name,
    aliases: [field.key],
    // Nobody ticked it: that is a no.
    required: isCheckbox,
    many: field.type === "choices",
    read: ({ fields }) => (isCheckbox ? fields[field.key] === true : (fields[field.key] ?? null)),
    ...(field.options.length === 0
      ? {}
      : { values: field.options.map(({ value, name }) => ({ value, label: name })) }),
  };
}
