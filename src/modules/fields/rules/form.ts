import { type FieldType, fieldTypes } from "../types";

/** A form as it was sent: with scripts or without. */
type SentForm = {
  get: (name: string) => unknown;
  getAll: (name: string) => readonly unknown[];
};

/** The name of a custom field's control, and of the hidden one beside it that says its kind. */
export const controlName = (key: string): string => `field.${key}`;
export const kindName = "field";

type Sent = string | number | boolean | string[] | null;

/** Custom fields as a form has them; undefined where it asks for none. What is wrong, the server says. */
export function fieldsOfForm(form: SentForm): Record<string, Sent> | undefined {
  const kinds = form.getAll(kindName).flatMap((written) => {
    const [type, key] = typeof written === "string" ? written.split(":") : [];
    const known = fieldTypes.find((one) => one === type);
    return known === undefined || key === undefined ? [] : [{ type: known, key }];
  });
  if (kinds.length === 0) return undefined;
  return Object.fromEntries(
    kinds.map(({ type, key }) => [key, valueIn(form, type, controlName(key))]),
  );
}

function valueIn(form: SentForm, type: FieldType, name: string): Sent {
  if (type === "checkbox") return form.get(name) === "on";
  if (type === "choices")
    return form.getAll(name).filter((one): one is string => typeof one === "string");
  const text = form.get(name);
  if (typeof text !== "string" || text.trim() === "") return null;
  const number = Number(text);
  return type === "number" && Number.isFinite(number) ? number : text;
}
