import { type FieldDefinition, type FieldValues, valueWords } from "@/modules/fields/client";
import type { TicketPriority, TicketStatus } from "@/modules/tickets/client";
import type { DiffLine, MacroActions } from "../types";

export type DiffTicket = {
  status: TicketStatus;
  priority: TicketPriority;
  assignee: { id: string; name: string } | null;
  team: { id: string; name: string } | null;
  tags: readonly string[];
  fields: FieldValues;
};

type Known = {
  statusWords: Record<TicketStatus, string>;
  priorityWords: Record<TicketPriority, string>;
  me: { id: string; name: string };
  /** People and teams by their ids. */
  nameOf: (id: string) => string | undefined;
  definitions: readonly FieldDefinition[];
};

const set = (what: string, from: string, to: string): DiffLine[] =>
  from === to ? [] : [{ what, change: "set", from, to }];

/** What a macro changes on a ticket as it is now: "Open to Pending", "+ refund". No change, no line. */
export function diffOf(ticket: DiffTicket, actions: MacroActions, known: Known): DiffLine[] {
  const { statusWords, priorityWords } = known;
  const { status, priority, assigneeId, teamId, addTags = [], removeTags = [] } = actions;
  const named = (id: string | null, nobody: string) =>
    id === null ? nobody : id === "me" ? known.me.name : (known.nameOf(id) ?? "someone who left");
  const fields = Object.entries(actions.fields ?? {}).flatMap(([key, to]) => {
    const field = known.definitions.find((one) => one.key === key);
    const words = (value: Parameters<typeof valueWords>[1]) =>
      valueWords(field ?? { options: [] }, value);
    return set(field?.name ?? key, words(ticket.fields[key]), words(to));
  });
  return [
    ...(status === undefined ? [] : set("Status", statusWords[ticket.status], statusWords[status])),
    ...(priority === undefined
      ? []
      : set("Priority", priorityWords[ticket.priority], priorityWords[priority])),
    ...(assigneeId === undefined
      ? []
      : set("Assignee", ticket.assignee?.name ?? "nobody", named(assigneeId, "nobody"))),
    ...(teamId === undefined
      ? []
      : set("Team", ticket.team?.name ?? "no team", named(teamId, "no team"))),
    ...addTags
      .filter((tag) => !ticket.tags.includes(tag))
      .map((to): DiffLine => ({ what: "Tag", change: "add", from: null, to })),
    ...removeTags
      .filter((tag) => ticket.tags.includes(tag))
      .map((to): DiffLine => ({ what: "Tag", change: "remove", from: null, to })),
    ...fields,
  ];
}

/** A line of the diff as people read it. */
export function lineWords({ what, change, from, to }: DiffLine): string {
  if (change === "add") return `+ ${to}`;
  if (change === "remove") return `− ${to}`;
  return what === "Status" ? `${from} to ${to}` : `${what}: ${from} to ${to}`;
}
