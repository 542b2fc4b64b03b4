import { keyOfFilter, knowDefinitions, knownDefinitions } from "@/modules/fields";
import {
  type Asked as AskedOfField,
  compile,
  type Expression,
  type FieldRegistry,
  fieldRegistry,
  fieldsOf,
  isCondition,
  parse,
  patternOf,
  runsOf,
  type SqlField,
  valuesOf,
} from "@/modules/filters";
import { now } from "@/platform/clock";
import { raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { ticketFields } from "../rules/fields";
import { priorityRank, ticketPriorities, ticketStatuses } from "../rules/words";
import { customSqlField } from "./custom-field";

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
  if (field.name === "attachment") return { ...field, read: undefined, where: hasFile };
  return { ...field, read: undefined, where: says, whereNot: saysNot };
}

/** Files of messages; one that is still on its way belongs to none. */
function hasFile(row: Sql, asked: AskedOfField): Sql {
  const has = sql`exists (select from attachments where attachments.ticket_id = ${row}.id)`;
  const wanted = asked.type === "anyOf" ? asked.values : [];
  if (wanted.length !== 1) return wanted.length === 0 ? sql`false` : sql`true`;
  return wanted[0] === "yes" ? has : sql`not ${has}`;
}

const newestMax = raw(String(limits.filterTicketsSayingMax));

/** The database's query, and a pattern where words must stand side by side. */
function wordsOf(asked: AskedOfField): { query: Sql; pattern: string | null } {
  const { text, phrase } = asked.type === "text" ? asked : { text: "", phrase: false };
  const together = phrase || runsOf(text).length > 1;
  const parted = text.replace(/[-_/#<>&]/gu, " ");
  return {
    query: sql`plainto_tsquery('public.helpdesk', ${parted})`,
    pattern: together ? patternOf(text) : null,
  };
}

/**
 * Subject, tags and messages. Of what is said everywhere only the newest tickets: a list shows
 * those first, and nobody reads on to the thousandth. Asked for once, not for each ticket.
 */
function says(row: Sql, asked: AskedOfField): Sql {
  const { query, pattern } = wordsOf(asked);
  return sql`${row}.id = any(
    (select search_newest_tickets(${query}, ${pattern}, ${newestMax}))::uuid[])`;
}

/** Of each ticket on its own: most tickets do not say it, so a list soon has enough of them. */
function saysNot(row: Sql, asked: AskedOfField): Sql {
  const { query, pattern } = wordsOf(asked);
  return sql`not search_ticket_says(${row}.id, ${query}, ${pattern})`;
}

const activeOnly = sql`tickets.status in ('open', 'pending', 'on_hold')`;

const ownFields = ticketFields.map(sqlField);

export type TicketFilterFields = FieldRegistry<SqlField>;

/** The tickets' own fields with their columns. */
export const ticketSqlFields = fieldRegistry(ownFields);

/** What a filter may name by now: the tickets' own fields, and the custom ones as far as known. */
export function ticketFieldsNow(): FieldRegistry<SqlField> {
  return registryOf(knownDefinitions());
}

/** Definitions come as one list until they change, so their registry is made once. */
const registries = new WeakMap<object, FieldRegistry<SqlField>>();

function registryOf(definitions: ReturnType<typeof knownDefinitions>): FieldRegistry<SqlField> {
  if (definitions.length === 0) return ticketSqlFields;
  const made = registries.get(definitions);
  if (made !== undefined) return made;
  const fresh = fieldRegistry([...ownFields, ...definitions.map(customSqlField)]);
  registries.set(definitions, fresh);
  return fresh;
}

type Read = ReturnType<typeof parse>;
const read = new Map<string, { fields: FieldRegistry<SqlField>; made: Read }>();

/** Reads a filter over tickets. The same few are asked for all day, so what was read is kept. */
export function readFilter(text: string): Read {
  const fields = ticketFieldsNow();
  const known = read.get(text);
  if (known?.fields === fields) return known.made;
  const made = parse(text, { fields });
  if (read.size >= limits.filtersReadMax) read.clear();
  read.set(text, { fields, made });
  return made;
}

/**
 * Reads filters that may name custom fields. They are asked for only where one does, or where one
 * was not understood: it may name one that this process has not heard of yet.
 */
export async function readFiltersFresh(texts: readonly string[]): Promise<Read[]> {
  const first = texts.map(readFilter);
  const isUnclear = first.some(({ problems }) => problems.length > 0);
  const names = first.flatMap(({ expression }) => fieldsOf(expression));
  if (!isUnclear && !names.some((name) => keyOfFilter(name) !== null)) return first;
  await knowDefinitions(isUnclear ? 0 : limits.fieldsKnownMs);
  return texts.map(readFilter);
}

export async function readFilterFresh(text: string): Promise<Read> {
  const [read] = await readFiltersFresh([text]);
  return read ?? readFilter(text);
}

/** What these filters may name; the custom fields are fresh where one of them names such. */
export async function ticketFieldsFor(
  expressions: readonly Expression[],
): Promise<FieldRegistry<SqlField>> {
  const names = expressions.flatMap((expression) => fieldsOf(expression));
  if (names.some((name) => keyOfFilter(name) !== null)) await knowDefinitions(limits.fieldsKnownMs);
  return ticketFieldsNow();
}

/** Whether a filter says its statuses itself, for all that it matches. */
function saysStatus(expression: Expression): boolean {
  if (isCondition(expression)) return expression.field === "status";
  return expression.type === "and" && expression.of.some(saysStatus);
}

/** Who asks, with what of them the filter needs. */
export type Asker = { id: string; zone?: string; teamIds?: readonly string[] };

/**
 * A filter as a condition over `tickets`. Where it cannot reach inactive tickets and does not say
 * so plainly, a literal does: without one the planner cannot take the indexes that leave those out.
 * Said twice, it would make the planner expect a fraction of what is there.
 */
export function conditionOf({ zone, ...actor }: Asker, expression: Expression): Sql {
  const where = compile(expression, {
    fields: ticketFieldsNow(),
    row: raw("tickets"),
    now: now(),
    actor,
    ...(zone === undefined ? {} : { zone }),
  });
  const isPlain = reachesInactive(expression) || saysStatus(expression);
  return isPlain ? where : sql`${activeOnly} and ${where}`;
}

/** Whether resolved or closed tickets can match; such views are not counted while one looks. */
export function reachesInactive(expression: Expression): boolean {
  const possible = valuesOf(expression, "status", ticketSqlFields)?.values ?? [];
  return possible.includes("resolved") || possible.includes("closed");
}
