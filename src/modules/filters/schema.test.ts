import fc from "fast-check";
import { expect, test } from "vitest";
import { type Expression, filterOf } from "./rules/expression";
import { anyExpression } from "./rules/samples";
import { excessOf } from "./rules/size";
import { expressionSchema, filterSchema } from "./schema";

test("a stored filter comes back as it was", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      fc.pre(excessOf(expression) === undefined);
      const stored = JSON.parse(JSON.stringify(filterOf(expression)));
      expect(filterSchema.parse(stored)).toEqual(filterOf(expression));
    }),
    { numRuns: 1_000 },
  );
});

const open: Expression = { type: "is", field: "status", values: ["open"] };

test.each([
  ["a list of nothing", { type: "is", field: "status", values: [] }],
  ["a blank value", { type: "is", field: "status", values: [" "] }],
  ["a field that cannot exist", { ...open, field: "status; drop" }],
  ["something besides", { ...open, sql: "true" }],
  ["a day that does not exist", date({ at: "2026-02-30" })],
  ["a moment in the year 12000", date({ fromNow: 9_974, unit: "y" })],
  ["no number at all", { type: "number", field: "score", bounds: { op: ">", than: "3" } }],
  [
    "more conditions than there may be",
    { type: "and", of: Array(101).fill({ type: "none", field: "a" }) },
  ],
  ["a version from the future", undefined],
])("%s is refused", (_, where) => {
  const version = where === undefined ? 2 : 1;
  expect(filterSchema.safeParse({ version, where: where ?? open }).success).toBe(false);
});

test("nesting without an end is refused before anything follows it", () => {
  const json: unknown = JSON.parse(
    `${'{"type":"not","of":'.repeat(200_000)}{}${"}".repeat(200_000)}`,
  );
  expect(expressionSchema.safeParse(json).success).toBe(false);
});

function date(than: unknown) {
  return { type: "date", field: "created", bounds: { op: ">", than } };
}
