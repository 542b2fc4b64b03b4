import {
  compile,
  type Expression,
  fieldRegistry,
  type SqlField,
  valuesOf,
} from "@/modules/filters";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { empty, raw, type Sql, sql } from "@/platform/database";
import { ticketFields } from "../rules/fields";
import { priorityRank, ticketPriorities } from "../rules/words";

const columns: Record<string, string> = {
  status: "status",
  channel: "channel",
  sla: "sla_state",
  assignee: "assignee_id",
  requester: "requester_id",
  team: "team_id",
  organization: "organization_id",
  tag: "tags",
  number: "number",
  created: "created_at",
  updated: "updated_at",
  due: "next_due_at",
  waiting: "waiting_since",
  satisfaction: "satisfaction",
  subject: "subject",
};

const ranksOf = (values: readonly string[]) =>
  ticketPriorities.filter((priority) => values.includes(priority)).map(priorityRank);

function sqlField(field: (typeof ticketFields)[number]): SqlField {
  const column = columns[field.name];
  if (column !== undefined)
    return { ...field, read: undefined, sql: (row) => sql`${row}.${raw(column)}` };
  if (field.name === "priority")
    return {
      ...field,
      read: undefined,
      where: (row, asked) =>
        asked.type === "anyOf"
          ? sql`${row}.priority = any(${ranksOf(asked.values)}::smallint[])`
          : sql`false`,
    };
  // Words without a field: the subject, until search brings the bodies.
  return {
    ...field,
    read: undefined,
    where: (row, asked) =>
      asked.type === "text"
        ? sql`${row}.subject ilike ${`%${asked.text.replace(/[\\%_]/g, "\\$&")}%`}`
        : empty,
  };
}

/** The tickets' fields with their columns, for every compiler of filters. */
export const ticketSqlFields = fieldRegistry(ticketFields.map(sqlField));

const activeOnly = sql`tickets.status in ('open', 'pending', 'on_hold')`;

/**
 * A filter as a condition over `tickets`. Where it cannot reach inactive tickets it says so in a
 * literal too: only then does the planner take the indexes that leave those out.
 */
export function whereOf(actor: Actor, expression: Expression): Sql {
  const where = compile(expression, {
    fields: ticketSqlFields,
    row: raw("tickets"),
    now: now(),
    actor: { id: actor.id },
  });
  return reachesInactive(expression) ? where : sql`${activeOnly} and ${where}`;
}

/** Whether resolved or closed tickets can match; such views are not counted while one looks. */
export function reachesInactive(expression: Expression): boolean {
  const possible = valuesOf(expression, "status", ticketSqlFields)?.values ?? [];
  return possible.includes("resolved") || possible.includes("closed");
}
