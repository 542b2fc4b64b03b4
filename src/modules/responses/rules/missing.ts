import { type FieldDefinition, problemWords, readValue } from "@/modules/fields/client";
import type { TicketStatus } from "@/modules/tickets/client";
import type { MacroActions, Missing } from "../types";

/** What there is, of what a macro names. */
export type Existing = {
  status: TicketStatus;
  mayBecome: (from: TicketStatus, to: TicketStatus) => boolean;
  statusWords: Record<TicketStatus, string>;
  definitions: readonly FieldDefinition[];
  tags: ReadonlySet<string>;
  people: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
};

/** Everything that a macro asks for and that is gone or not possible here; empty: it can be applied. */
export function missingFor(actions: MacroActions, existing: Existing): Missing[] {
  const { status, assigneeId, teamId } = actions;
  return [
    ...statusMissing(status, existing),
    ...(typeof assigneeId === "string" && assigneeId !== "me" && !existing.people.has(assigneeId)
      ? [gone("person", "the assignee", "The person it assigns to does not work here any more")]
      : []),
    ...(typeof teamId === "string" && !existing.teams.has(teamId)
      ? [gone("team", "the team", "The team it gives the ticket to was put away")]
      : []),
    ...(actions.addTags ?? [])
      .filter((tag) => !existing.tags.has(tag))
      .map((tag) => gone("tag", tag, `The tag ${tag} is gone`)),
    ...Object.entries(actions.fields ?? {}).flatMap(([key, value]) =>
      fieldMissing(key, value, existing.definitions),
    ),
  ];
}

const gone = (kind: Missing["kind"], name: string, says: string): Missing => ({ kind, name, says });

function statusMissing(to: MacroActions["status"], existing: Existing): Missing[] {
  const { status: from, mayBecome, statusWords } = existing;
  if (from === "closed")
    return [gone("status", statusWords[from], "A closed ticket does not change")];
  if (to === undefined || to === from || mayBecome(from, to)) return [];
  const says = `A ticket that is ${statusWords[from]} cannot become ${statusWords[to]}`;
  return [gone("status", statusWords[to], says)];
}

function fieldMissing(
  key: string,
  value: Parameters<typeof readValue>[1],
  definitions: readonly FieldDefinition[],
): Missing[] {
  const field = definitions.find((one) => one.key === key);
  if (field === undefined || field.leaving) return [gone("field", key, `The field ${key} is gone`)];
  if (!field.active) return [gone("field", field.name, `The field ${field.name} is not in use`)];
  const read = readValue(field, value);
  if (!("problem" in read)) return [];
  return [gone("value", field.name, `${field.name} ${problemWords[read.problem]}`)];
}
