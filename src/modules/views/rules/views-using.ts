import { conditionsOf, type Expression } from "@/modules/filters/client";

/** What a view may stand on and somebody may take away. */
export type UsedThing =
  | { kind: "tag"; name: string }
  | { kind: "field"; key: string }
  | { kind: "team"; id: string };

/** Whether a filter names a tag, a custom field or a team. */
export function uses(expression: Expression, thing: UsedThing): boolean {
  const [field, value] =
    thing.kind === "tag"
      ? ["tag", thing.name]
      : thing.kind === "team"
        ? ["team", thing.id]
        : [`field.${thing.key}`, undefined];
  return conditionsOf(expression).some(
    (condition) =>
      condition.field === field &&
      (value === undefined || (condition.type === "is" && condition.values.includes(value))),
  );
}
