import { type Sql, sql } from "@/platform/database";
import { scopeOf } from "../rules/scope";
import type { MacroActions, MacroView, ResponseView } from "../types";

type Owner = { owner_id: string | null; team_id: string | null; team_name: string | null };

export type StoredResponse = Owner & {
  id: string;
  name: string;
  shortcut: string | null;
  body: string;
};
export type StoredMacro = Owner & {
  id: string;
  name: string;
  actions: MacroActions;
  message_kind: "reply" | "note" | null;
  body: string;
};

export const responseColumns: Sql = sql`canned_responses.id, canned_responses.name,
  canned_responses.shortcut::text as shortcut, canned_responses.body, canned_responses.owner_id,
  canned_responses.team_id, teams.name as team_name`;
export const macroColumns: Sql = sql`macros.id, macros.name, macros.actions, macros.message_kind,
  macros.body, macros.owner_id, macros.team_id, teams.name as team_name`;

const scoped = (row: Owner) => ({
  scope: scopeOf({ ownerId: row.owner_id, teamId: row.team_id }),
  teamName: row.team_name,
});

export const toResponse = (row: StoredResponse): ResponseView => ({
  id: row.id,
  name: row.name,
  shortcut: row.shortcut,
  body: row.body,
  ...scoped(row),
});

export const toMacro = (row: StoredMacro): MacroView => ({
  id: row.id,
  name: row.name,
  actions: row.actions,
  message: row.message_kind === null ? null : { kind: row.message_kind, body: row.body },
  ...scoped(row),
});
