import sql, { type Sql } from "sql-template-tag";
import { type Asked, defineField, fieldRegistry } from "./fields";
import { type NamedValue, namesFrom } from "./names";

/** A row as the tests know it; what an event leaves out is undefined. */
export interface SampleRow {
  readonly status?: string;
  readonly priority?: string | null;
  readonly assignee?: string | null;
  readonly team?: string | null;
  readonly requester?: string | null;
  readonly tags?: readonly string[] | null;
  readonly subject?: string | null;
  readonly created?: Date;
  readonly due?: Date | null;
  readonly spent?: number | null;
  readonly score?: number | null;
  readonly number?: number;
  readonly attachment?: boolean | null;
}

const person = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`;
export const mia = person(1);
export const jo = person(2);
export const otherMia = person(3);
export const billingTeam = person(4);

const agents: readonly NamedValue[] = [
  { value: mia, label: "Mia Berg", aliases: ["mia"] },
  { value: jo, label: "José Marín", aliases: ["jose"] },
  { value: otherMia, label: "Mia Lund", aliases: ["mia"] },
];

export const sampleNames = namesFrom({
  agents,
  teams: [{ value: billingTeam, label: "Billing" }],
});

const requesterOrAddress = (row: Sql, asked: Asked): Sql => {
  if (asked.type !== "anyOf") return sql`${row}.requester is null`;
  return sql`${row}.requester = any(${[...asked.values]}) or ${row}.address = any(${[...asked.words]})`;
};

const occurs = (row: Sql, asked: Asked): Sql =>
  asked.type === "text" ? sql`strpos(${row}.body, ${asked.text}) > 0` : sql`false`;

export const sampleFields = fieldRegistry([
  defineField({
    name: "status",
    kind: "enum",
    label: "Status",
    values: ["open", "pending", "on_hold", "resolved", "closed"],
    required: true,
    sql: (t) => sql`${t}.status`,
    read: (row: SampleRow) => row.status,
  }),
  defineField({
    name: "priority",
    kind: "enum",
    label: "Priority",
    aliases: ["prio"],
    values: ["low", "medium", "high", "urgent"],
    ordered: true,
    words: { is: "{} priority" },
    sql: (t) => sql`${t}.priority`,
    read: (row: SampleRow) => row.priority,
  }),
  defineField({
    name: "assignee",
    kind: "person",
    label: "Assignee",
    list: "agents",
    aliases: ["assigned"],
    words: { is: "assigned to {}", not: "not assigned to {}", none: "unassigned", any: "assigned" },
    sql: (t) => sql`${t}.assignee`,
    read: (row: SampleRow) => row.assignee,
  }),
  defineField({
    name: "team",
    kind: "team",
    label: "Team",
    list: "teams",
    sql: (t) => sql`${t}.team`,
    read: (row: SampleRow) => row.team,
  }),
  defineField({
    name: "requester",
    kind: "person",
    label: "Requester",
    aliases: ["from"],
    knowsWords: true,
    where: requesterOrAddress,
    read: (row: SampleRow) => row.requester,
  }),
  defineField({
    name: "tag",
    kind: "tag",
    label: "Tag",
    aliases: ["tags"],
    words: { is: "tagged {}", not: "not tagged {}", none: "without tags", any: "with tags" },
    sql: (t) => sql`${t}.tags`,
    read: (row: SampleRow) => row.tags,
  }),
  defineField({
    name: "subject",
    kind: "text",
    label: "Subject",
    sql: (t) => sql`${t}.subject`,
    read: (row: SampleRow) => row.subject,
  }),
  defineField({
    name: "created",
    kind: "date",
    label: "Created",
    words: { when: "created" },
    required: true,
    sql: (t) => sql`${t}.created`,
    read: (row: SampleRow) => row.created,
  }),
  defineField({
    name: "due",
    kind: "date",
    label: "Due",
    ahead: true,
    sql: (t) => sql`${t}.due`,
    read: (row: SampleRow) => row.due?.toISOString() ?? row.due,
  }),
  defineField({
    name: "spent",
    kind: "duration",
    label: "Time spent",
    integer: true,
    sql: (t) => sql`${t}.spent`,
    read: (row: SampleRow) => row.spent,
  }),
  defineField({
    name: "score",
    kind: "number",
    label: "Score",
    sql: (t) => sql`${t}.score`,
    read: (row: SampleRow) => row.score,
  }),
  defineField({
    name: "number",
    kind: "number",
    label: "Number",
    integer: true,
    sigil: "#",
    sql: (t) => sql`${t}.number`,
    read: (row: SampleRow) => row.number,
  }),
  defineField({
    name: "attachment",
    kind: "boolean",
    label: "Attachment",
    aliases: ["attachments"],
    sql: (t) => sql`${t}.attachment`,
    read: (row: SampleRow) => row.attachment,
  }),
  defineField({ name: "text", kind: "fullText", where: occurs }),
]);
