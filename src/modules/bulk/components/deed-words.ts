import { priorityWords, statusWords } from "@/modules/tickets/client";
import type { Deed } from "../client";

/** What an action does, in words: "Priority High", "Assign to Mia Lund". */
export function deedWords(deed: Deed, nameOf: (id: string) => string | undefined): string {
  switch (deed.kind) {
    case "assign":
      return deed.assigneeId === null
        ? "Assign to nobody"
        : `Assign to ${nameOf(deed.assigneeId) ?? "a colleague"}`;
    case "team":
      return deed.teamId === null ? "No team" : `Team ${nameOf(deed.teamId) ?? "that is gone"}`;
    case "status":
      return `Status ${statusWords[deed.status]}`;
    case "priority":
      return `Priority ${priorityWords[deed.priority]}`;
    case "tags":
      return [...deed.add.map((tag) => `+ ${tag}`), ...deed.remove.map((tag) => `− ${tag}`)].join(
        ", ",
      );
    case "snooze":
      return deed.until === "reply" ? "Snooze until a reply" : "Snooze until a time";
    case "macro":
      return `Macro “${deed.name}”`;
    case "merge":
      return `Merge into #${deed.number}`;
  }
}
