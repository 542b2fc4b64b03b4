import { type FieldDefinition, valueWords } from "@/modules/fields/client";
import { priorityWords, statusWords } from "@/modules/tickets/client";
import type { MacroView } from "../../types";

/** What a macro does, in a line, whatever ticket it meets. */
export function doesWords(
  { actions, message }: MacroView,
  nameOf: (id: string) => string | undefined,
  fields: readonly FieldDefinition[],
): string {
  const { status, priority, assigneeId, teamId, addTags = [], removeTags = [] } = actions;
  const named = (id: string) =>
    id === "me" ? "whoever applies it" : (nameOf(id) ?? "someone gone");
  const customs = Object.entries(actions.fields ?? {}).map(([key, value]) => {
    const field = fields.find((one) => one.key === key);
    return field === undefined
      ? `${key}, which is gone`
      : `${field.name} ${valueWords(field, value)}`;
  });
  const parts = [
    ...(status === undefined ? [] : [`set ${statusWords[status]}`]),
    ...(priority === undefined ? [] : [`priority ${priorityWords[priority]}`]),
    ...(assigneeId === undefined
      ? []
      : [assigneeId === null ? "unassign" : `assign to ${named(assigneeId)}`]),
    ...(teamId === undefined ? [] : [teamId === null ? "no team" : `team ${named(teamId)}`]),
    ...addTags.map((tag) => `+ ${tag}`),
    ...removeTags.map((tag) => `− ${tag}`),
    ...customs,
    ...(message === null ? [] : [message.kind === "reply" ? "a reply" : "a note"]),
  ];
  return parts.join(", ");
}
