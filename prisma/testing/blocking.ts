/**
 * What in a migration could hold writers up for longer than a moment. The first edition's migrations
 * met no data; whoever writes a later one writes for installations with millions of rows.
 */
export const firstEditionEnds = "20261127111300";
/** Such a migration is run statement by statement: an index built beside the writers allows no transaction. */
export { outsideMark } from "@/platform/database/migrate";

export type Blocking = { statement: string; instead: string };

/** Without comments and without the bodies of functions, one statement each. */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/--[^\n]*/g, "")
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .split(";")
    .map((statement) => statement.replaceAll(/\s+/g, " ").trim().toLowerCase())
    .filter((statement) => statement !== "");
}

type Rule = { says: RegExp; instead: string };

/** On a table that was there before. */
const onOldTables: readonly Rule[] = [
  {
    says: /^create (unique )?index (?!concurrently)(?!.* on only )/,
    instead:
      "build it beside the writers: drop index concurrently if exists, then create index concurrently, outside of a transaction; of a parent with months, on each month, then attach",
  },
  {
    says: /^alter table .*\balter (column )?\S+ (set data )?type\b/,
    instead:
      "add a column of the new type, fill it in batches, and read it from the next edition on",
  },
  {
    says: /^alter table .*\bset not null\b/,
    instead: "add check (x is not null) not valid, and validate it in a migration of its own",
  },
  {
    says: /^alter table .*\badd (constraint \S+ )?(check|foreign key|unique|primary key|exclude)\b(?!.*\bnot valid\b)(?!.*\busing index\b)/,
    instead: "add it not valid and validate it later, or build its index concurrently and use that",
  },
  {
    says: /^alter table .*\badd (column )?(?!constraint|check|foreign|unique|primary|exclude).*\b(references|check \(|unique\b|primary key\b|generated\b|serial\b|bigserial\b)(?!.*\bnot valid\b)/,
    instead: "add the column bare, and what it must obey as a constraint that is not valid yet",
  },
  {
    says: /^alter table .*\bdefault [^,]*(random|uuid|clock_timestamp|nextval)/,
    instead: "a default that differs from row to row writes every row: fill it in batches",
  },
  {
    says: /^(update|delete from|truncate) /,
    instead: "change rows in batches, in a worker, where nobody waits for them",
  },
];

const anywhere: readonly Rule[] = [
  { says: /^lock\b/, instead: "lock nothing: whoever waits behind you is a person" },
  { says: /^(vacuum full|cluster\b)/, instead: "let autovacuum do it, or a copy beside it" },
  { says: /^reindex (?!.*concurrently)/, instead: "reindex concurrently" },
  { says: /lock_timeout/, instead: "leave lock_timeout alone: each migration gives way by itself" },
];

const tableOf = (statement: string): string | undefined =>
  /^create (?:unique )?index .*? on (?:only )?([\w.]+)/.exec(statement)?.[1] ??
  /^(?:alter table|update|delete from|truncate)(?: table)?(?: if exists)?(?: only)? ([\w.]+)/.exec(
    statement,
  )?.[1];

/** Every statement of a migration that is refused, and what to write instead. */
export function blockingIn(sql: string): Blocking[] {
  const statements = statementsOf(sql);
  const made = new Set(
    statements.flatMap(
      (each) => /^create (?:unlogged )?table (?:if not exists )?([\w.]+)/.exec(each)?.[1] ?? [],
    ),
  );
  return statements.flatMap((statement) => {
    const table = tableOf(statement);
    const isOld = table !== undefined && !made.has(table);
    const rule = [...(isOld ? onOldTables : []), ...anywhere].find(({ says }) =>
      says.test(statement),
    );
    return rule === undefined ? [] : [{ statement, instead: rule.instead }];
  });
}

/** Indexes that would be left half made, and taken for whole, by a second try. */
export function unrepeatable(sql: string): string[] {
  const statements = statementsOf(sql);
  return statements.filter((statement, at) => {
    const name = /^create (?:unique )?index concurrently (?:if not exists )?(\S+)/.exec(
      statement,
    )?.[1];
    return name !== undefined && statements[at - 1] !== `drop index concurrently if exists ${name}`;
  });
}
