import type { FieldChange, Ticket, TicketChange } from "@/modules/tickets";
import type { Deed } from "../schema";

/** What a deed makes of a ticket. Tags are added to those that it has. */
export function changesOf(deed: Deed, ticket: Pick<Ticket, "tags">): TicketChange {
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

/** Whether an action can be taken back: it has ended, is not an undo, was not undone, is not old. */
export function mayUndo(
  action: { finishedAt: Date | null; undoOf: string | null; undone: boolean; done: number },
  now: Date,
  undoMs: number,
): boolean {
  if (action.finishedAt === null || action.undoOf !== null || action.undone) return false;
  return action.done > 0 && now.getTime() - action.finishedAt.getTime() < undoMs;
}
