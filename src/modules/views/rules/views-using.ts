import { conditionsOf, type Expression } from "@/modules/filters/client";

/** What a view may stand on and somebody may take away. */
export type UsedThing =
  | { kind: "tag"; name: string }
  | { kind: "field"; key: string }
  | { kind: "team" | "organization"; id: string };

/** Whether a filter names a tag, a custom field, a team or an organization. */
export function uses(expression: Expression, thing: UsedThing): boolean {
  const [field, value] =
    thing.kind === "tag"
      ? ["tag", thing.name]
      : thing.kind === "field"
        ? [`field.${thing.key}`, undefined]
        : [thing.kind, thing.id];
  return conditionsOf(expression).some(
    (condition) =>
      condition.field === field &&
      (value === undefined || (condition.type === "is" && condition.values.includes(value))),
  );
}
