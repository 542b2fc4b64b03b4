import type { KeyRule } from "./keymap";

/** The headings under which keys are listed: where they act. */
export const keyGroups: readonly {
  readonly title: string;
  readonly has: (rule: KeyRule) => boolean;
}[] = [
  { title: "Everywhere", has: (rule) => rule.scopes.includes("everywhere") },
  { title: "Rows and tickets", has: (rule) => rule.scopes.length > 1 },
  { title: "List", has: (rule) => rule.scopes.length === 1 && rule.scopes.includes("list") },
  { title: "Ticket", has: (rule) => rule.scopes.length === 1 && rule.scopes.includes("ticket") },
  { title: "Composer", has: (rule) => rule.scopes.includes("composer") },
];
