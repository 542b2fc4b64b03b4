import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "./expression";
import { filterLimits } from "./limits";
import { parse } from "./parse";
import { billingTeam, jo, mia, otherMia, sampleFields, sampleNames } from "./sample-fields";
import { excessOf } from "./size";

const options = { fields: sampleFields, names: sampleNames };
const read = (text: string): Expression => parse(text, options).expression;
const problemsOf = (text: string) =>
  parse(text, options).problems.map(({ code, start, end, suggestion }) => ({
    code,
    at: text.slice(start, end),
    ...(suggestion === undefined ? {} : { suggestion }),
  }));

const is = (field: string, ...values: string[]) => ({ type: "is", field, values });

test("a day's filter reads as it is meant", () => {
  const text =
    'status:open assignee:me tag:billing -tag:spam priority:high,urgent created:<3d "exact phrase"';
  expect(parse(text, options).problems).toEqual([]);
  expect(read(text)).toEqual({
    type: "and",
    of: [
      is("status", "open"),
      is("assignee", "me"),
      is("tag", "billing"),
      { type: "not", of: is("tag", "spam") },
      is("priority", "high", "urgent"),
      {
        type: "date",
        field: "created",
        bounds: { op: ">", than: { fromNow: -3, unit: "d" } },
      },
      { type: "text", field: "text", text: "exact phrase", phrase: true },
    ],
  });
});

test("AND binds before OR, and groups before both", () => {
  const [open, high, spam] = [is("status", "open"), is("priority", "high"), is("tag", "spam")];
  expect(read("status:open priority:high OR tag:spam")).toEqual({
    type: "or",
    of: [{ type: "and", of: [open, high] }, spam],
  });
  expect(read("status:open AND (priority:high OR tag:spam)")).toEqual({
    type: "and",
    of: [open, { type: "or", of: [high, spam] }],
  });
  expect(read("NOT (status:open priority:high)")).toEqual({
    type: "not",
    of: { type: "and", of: [open, high] },
  });
});

test("an agent filters without ids: by handle, by full name, without accents", () => {
  expect(read("assignee:jose")).toEqual(is("assignee", jo));
  expect(read('assignee:"jose marin"')).toEqual(is("assignee", jo));
  expect(read('assignee:"MIA LUND"')).toEqual(is("assignee", otherMia));
  expect(read("team:billing")).toEqual(is("team", billingTeam));
  expect(read("status:on-hold")).toEqual(is("status", "on_hold"));
  expect(read("tag:größe")).toEqual(is("tag", "größe"));
});

test("an unclear name means everybody who is called so, and says how to be clear", () => {
  expect(read("-assignee:mia")).toEqual({ type: "not", of: is("assignee", mia, otherMia) });
  expect(problemsOf("-assignee:mia")).toEqual([
    { code: "ambiguous_value", at: "mia", suggestion: '"Mia Berg"' },
  ]);
});

test("me or nobody, anybody, and the shorthands of other tools", () => {
  expect(read("assignee:me,none")).toEqual({
    type: "or",
    of: [is("assignee", "me"), { type: "none", field: "assignee" }],
  });
  const assigned = { type: "not", of: { type: "none", field: "assignee" } };
  expect(read("assignee:any")).toEqual(assigned);
  expect(read("has:assignee")).toEqual(assigned);
  expect(read("no:assignee")).toEqual({ type: "none", field: "assignee" });
  expect(read("has:attachments")).toEqual(is("attachment", "yes"));
  expect(read("is:open")).toEqual(is("status", "open"));
  expect(read("team:me")).toEqual(is("team", "mine"));
  expect(read("priority:>=high")).toEqual(is("priority", "high", "urgent"));
});

test.each([
  ["created:<3d", { op: ">", than: { fromNow: -3, unit: "d" } }],
  ["created:3d", { op: ">", than: { fromNow: -3, unit: "d" } }],
  ["created:>3d", { op: "<", than: { fromNow: -3, unit: "d" } }],
  [
    "created:3d..7d",
    { op: "between", from: { fromNow: -7, unit: "d" }, to: { fromNow: -3, unit: "d" } },
  ],
  ["created:>2026-01-01", { op: ">", than: { at: "2026-01-01" } }],
  ["created:2026-1-5", { op: "between", from: { at: "2026-01-05" }, to: { at: "2026-01-05" } }],
  [
    "created:2026-01-01..2026-02-01",
    { op: "between", from: { at: "2026-01-01" }, to: { at: "2026-02-01" } },
  ],
  ["created:2026-01-01..", { op: ">=", than: { at: "2026-01-01" } }],
  [
    "created:today",
    { op: "between", from: { period: "day", offset: 0 }, to: { period: "day", offset: 0 } },
  ],
  ["created:>=2026-01-01T10:00+02:00", { op: ">=", than: { at: "2026-01-01T08:00:00.000Z" } }],
  ["due:<2h", { op: "<", than: { fromNow: 2, unit: "h" } }],
  ["due:<now", { op: "<", than: { fromNow: 0, unit: "s" } }],
  ["due:<now-2h", { op: "<", than: { fromNow: -2, unit: "h" } }],
])("%s is a time", (text, bounds) => {
  expect(parse(text, options).problems).toEqual([]);
  expect(read(text)).toMatchObject({ type: "date", bounds });
});

test("numbers and lengths of time compare, and a ticket number is enough", () => {
  expect(read("score:>2.5")).toMatchObject({ bounds: { op: ">", than: 2.5 } });
  expect(read("spent:>1h30m")).toMatchObject({ bounds: { op: ">", than: 5_400 } });
  expect(read("#10421")).toEqual({
    type: "number",
    field: "number",
    bounds: { op: "between", from: 10_421, to: 10_421 },
  });
});

test.each([
  ["asignee:me", [{ code: "unknown_field", at: "asignee", suggestion: "assignee" }]],
  ["status:opne", [{ code: "unknown_value", at: "opne", suggestion: "open" }]],
  ["status:", [{ code: "missing_value", at: "status:" }]],
  ["created:yesterdy", [{ code: "bad_date", at: "yesterdy" }]],
  ["created:2026-02-30", [{ code: "bad_date", at: "2026-02-30" }]],
  ["score:many", [{ code: "bad_number", at: "many" }]],
  ["spent:long", [{ code: "bad_duration", at: "long" }]],
  ["tag:>x", [{ code: "no_comparison", at: ">x" }]],
  ["(status:open", [{ code: "open_group", at: "(" }]],
  ["status:open)", [{ code: "stray_group", at: ")" }]],
  ['"not closed', [{ code: "open_quote", at: '"not closed' }]],
  ["status:open OR", [{ code: "stray_operator", at: "OR" }]],
  ["AND status:open", [{ code: "stray_operator", at: "AND" }]],
  ["status:open NOT", [{ code: "stray_operator", at: "NOT" }]],
  ["foo:bar", [{ code: "unknown_field", at: "foo" }]],
])("%s says what is wrong, and where", (text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test("a subject that somebody pastes is searched and not corrected", () => {
  for (const text of ["Re: Order - still nothing", "see https://example.org/a?b=c", "at 12:30"]) {
    expect(problemsOf(text)).toEqual([]);
  }
});

test("what was understood is known piece by piece, for the chips", () => {
  const text = "status:open  -tag:spam refund";
  const { parts } = parse(text, options);
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
    "status:open",
    "-tag:spam",
    "refund",
  ]);
});

test("an address that no list knows is left for the server to look up", () => {
  const { unresolved, problems } = parse("requester:anna@example.org", options);
  expect(problems).toEqual([]);
  expect(unresolved).toMatchObject([{ field: "requester", written: "anna@example.org" }]);
});

const garbage = fc.oneof(
  fc.string({ maxLength: 300, unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "(",
        ")",
        "-",
        '"',
        "status:",
        "created:",
        ":",
        ",",
        "<",
        "..",
        "OR",
        "NOT",
        " ",
        "\\",
        "3d",
        "a",
        "tag:",
        "#1",
        "\0",
        "“",
      ),
      { maxLength: 300 },
    )
    .map((pieces) => pieces.join("")),
);

test("whatever is typed, it is read without an accident and stays inside the bounds", () => {
  fc.assert(
    fc.property(garbage, (text) => {
      const { expression, problems, parts } = parse(text, options);
      expect(excessOf(expression)).toBeUndefined();
      expect(problems.length).toBeLessThanOrEqual(filterLimits.problemsMax);
      for (const { start, end } of [...problems, ...parts]) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("text of any length and nesting is read once, and what is too much is said", () => {
  const long = filterLimits.textCharsMax;
  for (const piece of [
    "(",
    "-(",
    "NOT ",
    '"',
    "a:",
    "tag:a,",
    "status:opne ",
    "x OR ",
    "a ",
    "\\",
    "asignee:me ",
  ]) {
    const { problems } = parse(piece.repeat(Math.ceil((long * 2) / piece.length)), options);
    expect(problems.map(({ code }) => code)).toContain("too_long");
  }
});
