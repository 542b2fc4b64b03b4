export const fieldTypes = ["text", "number", "checkbox", "date", "choice", "choices"] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Tickets hold the value; the name may be changed. */
export type FieldOption = { value: string; name: string };

export type FieldDefinition = {
  id: string;
  /** How filters, macros and variables call it; it never changes. */
  key: string;
  name: string;
  type: FieldType;
  options: readonly FieldOption[];
  required: boolean;
  visibleToCustomer: boolean;
  /** An inactive field keeps its values and is not offered. */
  active: boolean;
  /** It is being taken off all tickets. */
  leaving: boolean;
};

export type FieldValue = string | number | boolean | readonly string[];
/** What a ticket holds, by the fields' keys; what is empty is not there. */
export type FieldValues = Readonly<Record<string, FieldValue>>;
