import type { FieldChange, Ticket, TicketChange } from "@/modules/tickets";
import type { Deed } from "../schema";

/** Deeds that change fields of tickets alone, many in one go. */
export type FieldDeed = Exclude<Deed, { kind: "snooze" | "macro" | "merge" }>;
/** Deeds of which every ticket takes a transaction of its own: one that is refused leaves nothing. */
export type SingleDeed = Extract<Deed, { kind: "macro" | "merge" }>;

export const isSingle = (deed: Deed): deed is SingleDeed =>
  deed.kind === "macro" || deed.kind === "merge";

/** What a deed makes of a ticket. Tags are added to those that it has. */
export function changesOf(deed: FieldDeed, ticket: Pick<Ticket, "tags">): TicketChange {
  switch (deed.kind) {
    case "assign":
      return { assigneeId: deed.assigneeId };
    case "team":
      return { teamId: deed.teamId };
    case "status":
      return { status: deed.status };
    case "priority":
      return { priority: deed.priority };
    case "tags": {
      const kept = ticket.tags.filter((tag) => !deed.remove.includes(tag));
      return { tags: [...kept, ...deed.add.filter((tag) => !kept.includes(tag))] };
    }
  }
}

/** What has to be written to take changes back. */
export function beforeOf(changes: readonly FieldChange[]): Record<string, unknown> {
  return Object.fromEntries(changes.map(({ field, from }) => [field, from]));
}

type Ended = {
  deed: Deed;
  finishedAt: Date | null;
  undoOf: string | null;
  undone: boolean;
  done: number;
};

/**
 * Whether an action can be taken back: it has ended, is not an undo, was not undone, is not old, and
 * left something that can be changed. A macro that wrote to people alone did not.
 */
export function mayUndo(action: Ended, now: Date, undoMs: number): boolean {
  const { deed } = action;
  if (action.finishedAt === null || action.undoOf !== null || action.undone) return false;
  if (deed.kind === "macro" && deed.leavesFields) return false;
  return action.done > 0 && now.getTime() - action.finishedAt.getTime() < undoMs;
}
