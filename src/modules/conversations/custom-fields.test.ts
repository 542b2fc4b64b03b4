import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createField,
  type FieldDefinition,
  type FieldValue,
  fieldDefinitions,
  filterFieldOf,
} from "@/modules/fields";
import { fieldRegistry, matches } from "@/modules/filters";
import {
  activityWords,
  readFilterFresh,
  type TicketRow,
  ticketActivity,
  ticketHead,
  ticketPage,
  updateTicket,
  whereOf,
} from "@/modules/tickets";
import { ticketFields } from "@/modules/tickets/client";
import type { Actor } from "@/platform/auth/actor";
import { db, sql, transaction } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { createTicket } from "./commands/create-ticket";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let ada: Actor;

const options = ["small", "large", "odd"].map((value) => ({ value, name: `Size ${value}` }));
const made = [
  { key: "order_number", name: "Order number", type: "text" },
  { key: "weight", name: "Weight", type: "number" },
  { key: "urgent_case", name: "Urgent case", type: "checkbox" },
  { key: "warranty", name: "Warranty until", type: "date" },
  { key: "size", name: "Size", type: "choice", options },
  { key: "parts", name: "Parts", type: "choices", options },
];

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  ada = await aPerson({ role: "admin", name: "Ada" });
  for (const field of made)
    await createField.execute(ada, createField.schema.parse({ commandId: aCommandId(), ...field }));
});
afterAll(() => services.close());

const asks = () => {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  return createTicket.execute(anna, createTicket.schema.parse(given));
};
const sets = (
  ticketId: string,
  fields: Record<string, FieldValue | null>,
  seen: Record<string, FieldValue | null> = {},
) =>
  updateTicket.execute(
    mia,
    updateTicket.schema.parse({
      commandId: aCommandId(),
      ticketId,
      changes: { fields },
      seen: { fields: seen },
    }),
  );
const refusal = (thrown: unknown) =>
  isAppError(thrown) ? { code: thrown.code, says: thrown.detail.says } : thrown;

test("a custom field is set by its type, and the history says so in words that outlive the field", async () => {
  const { ticketId, number } = await asks();
  await sets(ticketId, { size: "small", order_number: " FF-1042 ", parts: ["odd", "small"] });
  await sets(ticketId, { size: "large", order_number: null });
  const head = await ticketHead(mia, number);
  expect(head.row.fields).toEqual({ size: "large", parts: ["small", "odd"] });
  const [last] = await ticketActivity(head);
  const words = last && activityWords(last);
  expect(words).toBe(
    "Mia changed Size from Size small to Size large and emptied Order number, which was FF-1042",
  );
});

test.each([
  [{ weight: "heavy" }, "Weight takes a number"],
  [{ warranty: "2027-02-30" }, "Warranty until takes a date like 2027-02-28"],
  [{ size: "huge" }, "Size takes one of its options"],
  [{ nothing: "here" }, "nothing is gone"],
])(
  "%j is refused with the field and what it takes, and nothing is changed",
  async (fields, says) => {
    const { ticketId, number } = await asks();
    const thrown = await sets(ticketId, { urgent_case: true, ...fields }).catch(refusal);
    expect(thrown).toEqual({ code: "field_value_refused", says });
    expect((await ticketHead(mia, number)).row.fields).toEqual({});
  },
);

test("two who set the same field meet in a conflict, two fields do not", async () => {
  const { ticketId, number } = await asks();
  await sets(ticketId, { weight: 3 }, { weight: null });
  await sets(ticketId, { size: "odd" }, { size: null });
  const thrown = await sets(ticketId, { weight: 4 }, { weight: null }).catch(refusal);
  expect(thrown).toMatchObject({ code: "ticket_changed" });
  expect((await ticketHead(mia, number)).row.fields).toEqual({ weight: 3, size: "odd" });
});

test("adding a tag and taking one off do not undo what others do to the tags", async () => {
  const { ticketId, number } = await asks();
  const changes = (more: Record<string, string[]>) =>
    updateTicket.execute(
      mia,
      updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes: more }),
    );
  await changes({ tags: ["late", "refund"] });
  await Promise.all([
    changes({ addTags: ["vip"] }),
    changes({ removeTags: ["late"] }),
    changes({ addTags: ["Broken", "vip"] }),
  ]);
  const { row } = await ticketHead(mia, number);
  expect(new Set(row.tags)).toEqual(new Set(["refund", "vip", "broken"]));
  const known = await db.read.rows<{ name: string }>(sql`select name from tags order by name`);
  expect(known.map(({ name }) => name)).toEqual(["broken", "late", "refund", "vip"]);
});

const anyFields = fc.record(
  {
    order_number: fc.constantFrom("FF-1", 'a "b"', "50 %", "Ünï", "x_y"),
    weight: fc.constantFrom(-1, 0, 2.5, 40),
    urgent_case: fc.boolean(),
    warranty: fc.constantFrom("2027-02-28", "2026-01-01", "2030-12-31"),
    size: fc.constantFrom("small", "large"),
    parts: fc.constantFrom(["small"], ["small", "odd"], ["large", "odd"]),
  },
  { requiredKeys: [] },
);
const anyCondition = fc.constantFrom(
  "field.order_number:ff",
  'field.order_number:"%"',
  "field.order_number:x_y",
  "field.order_number:none",
  "field.weight:>=2.5",
  "field.weight:0",
  "-field.weight:<3",
  "field.urgent_case:yes",
  "field.urgent_case:no",
  "field.warranty:>2026-06-01",
  "field.warranty:<=2027-02-28",
  "field.size:small",
  "-field.size:small,large",
  "field.parts:odd",
  "-field.parts:odd",
  "field.parts:none",
  "size:large",
);

test("filters over custom fields find in the database what the predicate says, never a wrong yes or no", async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, asks));
  const ids = asked.map(({ ticketId }) => ticketId);
  const registry = fieldRegistry<ReturnType<typeof filterFieldOf> | (typeof ticketFields)[number]>([
    ...ticketFields,
    ...(await fieldDefinitions()).map((field: FieldDefinition) => filterFieldOf(field)),
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFields, { minLength: 8, maxLength: 8 }),
      fc.array(anyCondition, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (values, conditions, either) => {
        for (const [index, fields] of values.entries())
          await db.write.rows(sql`
            update tickets set fields = ${JSON.stringify(fields)} where id = ${ids[index]}`);
        const text = conditions.join(either ? " OR " : " ");
        const { expression, problems } = await readFilterFresh(text);
        expect(problems).toEqual([]);
        const where = sql`tickets.id = any(${ids}) and ${await whereOf(mia, expression)}`;
        const { rows } = await ticketPage(mia, { where, sort: "updated" });
        const found = new Set(rows.map(({ id }) => id));
        const all = await ticketPage(mia, {
          where: sql`tickets.id = any(${ids})`,
          sort: "updated",
        });
        for (const row of all.rows) {
          const answer = matches<TicketRow>(expression, row, {
            fields: registry,
            now: new Date(0),
          });
          if (answer !== "unknown")
            expect([text, row.fields, answer]).toEqual([
              text,
              row.fields,
              found.has(row.id) ? "yes" : "no",
            ]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ["field.size:small", "tickets_fields"],
  ["field.order_number:FF-1042", "tickets_fields_words"],
  ["field.warranty:>2026-06-01", "tickets_fields"],
  ["tag:refund", "tickets_tags"],
])("%s over all tickets begins with the index %s", async (text, index) => {
  const { expression } = await readFilterFresh(text);
  const where = await whereOf(mia, expression);
  const plan = await transaction(async (tx) => {
    await tx.rows(sql`set local enable_seqscan = off`);
    await tx.rows(sql`set local enable_indexscan = off`);
    return tx.rows(sql`explain select id from tickets where ${where}`);
  });
  expect(JSON.stringify(plan)).toContain(`${index} `);
});
