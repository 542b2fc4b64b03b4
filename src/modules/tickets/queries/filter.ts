import {
  compile,
  type Expression,
  fieldRegistry,
  isCondition,
  parse,
  type SqlField,
  valuesOf,
} from "@/modules/filters";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { empty, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { ticketFields } from "../rules/fields";
import { priorityRank, ticketPriorities, ticketStatuses } from "../rules/words";

const columns: Record<string, string> = {
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
  snoozed: "snoozed_until",
  satisfaction: "satisfaction",
  subject: "subject",
};

type Literal = { value: string; literal: string };

const literalsOf = new Map<string, readonly Literal[]>([
  ["status", ticketStatuses.map((value) => ({ value, literal: `'${value}'` }))],
  ["priority", ticketPriorities.map((value) => ({ value, literal: `${priorityRank(value)}` }))],
]);

/**
 * Our own few words stand in the text and are not bound: only so does the planner know how many
 * tickets have them, which partial indexes hold those, and that one word leaves a sort in order.
 */
function listed(column: Sql, literals: readonly Literal[], values: readonly string[]): Sql {
  const known = literals.flatMap(({ value, literal }) => (values.includes(value) ? literal : []));
  if (known.length === 0) return sql`false`;
  const list = raw(known.join(", "));
  return known.length === 1 ? sql`${column} = ${list}` : sql`${column} in (${list})`;
}

function sqlField(field: (typeof ticketFields)[number]): SqlField {
  const column = columns[field.name];
  if (column !== undefined)
    return { ...field, read: undefined, sql: (row) => sql`${row}.${raw(column)}` };
  const literals = literalsOf.get(field.name);
  if (literals !== undefined)
    return {
      ...field,
      read: undefined,
      where: (row, asked) =>
        asked.type === "anyOf"
          ? listed(sql`${row}.${raw(field.name)}`, literals, asked.values)
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

const activeOnly = sql`tickets.status in ('open', 'pending', 'on_hold')`;

/** The tickets' fields with their columns, for every compiler of filters. */
export const ticketSqlFields = fieldRegistry(ticketFields.map(sqlField));

type Read = ReturnType<typeof parse>;
const read = new Map<string, Read>();

/** Reads a filter over tickets. The same few are asked for all day, so what was read is kept. */
export function readFilter(text: string): Read {
  const known = read.get(text);
  if (known !== undefined) return known;
  const made = parse(text, { fields: ticketSqlFields });
  if (read.size >= limits.filtersReadMax) read.clear();
  read.set(text, made);
  return made;
}

/**
 * A filter that is understood as a whole.
 * @throws AppError `filter_not_understood` with the place, what is wrong there, and a guess.
 */
export function understoodFilter(text: string): Expression {
  const { expression, problems } = readFilter(text);
  const problem = problems[0];
  if (problem === undefined) return expression;
  const { start, end, message: says, suggestion } = problem;
  throw new AppError("filter_not_understood", {
    detail: { start, end, says, ...(suggestion === undefined ? {} : { suggestion }) },
  });
}

/** Whether a filter says its statuses itself, for all that it matches. */
function saysStatus(expression: Expression): boolean {
  if (isCondition(expression)) return expression.field === "status";
  return expression.type === "and" && expression.of.some(saysStatus);
}

/**
 * A filter as a condition over `tickets`. Where it cannot reach inactive tickets and does not say
 * so plainly, a literal does: without one the planner cannot take the indexes that leave those out.
 * Said twice, it would make the planner expect a fraction of what is there.
 */
export function whereOf(actor: Actor, expression: Expression): Sql {
  const where = compile(expression, {
    fields: ticketSqlFields,
    row: raw("tickets"),
    now: now(),
    actor: { id: actor.id },
  });
  const isPlain = reachesInactive(expression) || saysStatus(expression);
  return isPlain ? where : sql`${activeOnly} and ${where}`;
}

/** Whether resolved or closed tickets can match; such views are not counted while one looks. */
export function reachesInactive(expression: Expression): boolean {
  const possible = valuesOf(expression, "status", ticketSqlFields)?.values ?? [];
  return possible.includes("resolved") || possible.includes("closed");
}
