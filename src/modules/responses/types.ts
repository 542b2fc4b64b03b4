import type { FieldValue } from "@/modules/fields/client";
import type { TicketPriority, TicketStatus } from "@/modules/tickets/client";

/** Who may use it: one person, one team, or everybody who works here. */
export type Scope = { kind: "personal" } | { kind: "team"; teamId: string } | { kind: "everyone" };

export type ResponseView = {
  id: string;
  name: string;
  shortcut: string | null;
  /** Markdown with variables. */
  body: string;
  scope: Scope;
  teamName: string | null;
};

/** What a macro does to a ticket; what is not named stays. */
export type MacroActions = {
  status?: Exclude<TicketStatus, "closed"> | undefined;
  priority?: TicketPriority | undefined;
  /** "me": whoever applies it; null: nobody. */
  assigneeId?: string | null | undefined;
  teamId?: string | null | undefined;
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
  fields?: Readonly<Record<string, FieldValue | null>> | undefined;
};

export type MacroMessage = { kind: "reply" | "note"; body: string };

export type MacroView = {
  id: string;
  name: string;
  actions: MacroActions;
  message: MacroMessage | null;
  scope: Scope;
  teamName: string | null;
};

/** One thing that a macro would change, in words: from what to what, or what is added or taken. */
export type DiffLine = {
  what: string;
  change: "set" | "add" | "remove";
  from: string | null;
  to: string;
};

/** Something that a macro asks for and that is not there, or not possible for this ticket. */
export type Missing = {
  kind: "field" | "value" | "tag" | "person" | "team" | "status";
  /** What it is called, as far as anybody still knows. */
  name: string;
  says: string;
};
