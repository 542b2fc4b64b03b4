import fc from "fast-check";
import { expect, test } from "vitest";
import { noNames } from "./names";
import { parse } from "./parse";
import { print } from "./print";
import { sampleFields, sampleNames } from "./sample-fields";
import { anyExpression } from "./samples";

test.each([
  'status:open assignee:me -tag:spam priority:high,urgent created:<3d "exact phrase"',
  "status:open (priority:high OR tag:spam)",
  "assignee:me,none",
  "-assignee:me,none",
  "assignee:any",
  "created:>now-3d created:2026-01-01..2026-02-01",
  'assignee:"Mia Berg",jose',
  'tag:"none",none',
  "spent:>1h30m -(status:open subject:refund)",
])("%s is printed as people write it", (text) => {
  const options = { fields: sampleFields, names: sampleNames };
  const printed = print(parse(text, options).expression, options);
  expect(printed).toBe(text.replace("created:>now-3d", "created:<3d"));
});

test.each([
  ["with names", sampleNames],
  ["without", noNames],
])("whatever a view asks, its text asks the same (%s)", (_, names) => {
  const options = { fields: sampleFields, names };
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const again = parse(print(expression, options), options);
      expect(again.expression).toEqual(expression);
    }),
    { numRuns: 3_000 },
  );
});
