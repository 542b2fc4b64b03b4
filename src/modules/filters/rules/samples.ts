import fc from "fast-check";
import { tidy } from "./build";
import type { Bounds, Expression } from "./expression";
import type { Moment } from "./moments";
import { billingTeam, jo, mia, otherMia } from "./sample-fields";

const blank = (text: string): boolean => text.replaceAll("\0", "").trim() === "";
const anyText = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: "binary" }),
    fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'ab "\\,():-<>=.OR#é“ßİK') }),
    fc.constantFrom(
      "none",
      "any",
      "me",
      "OR",
      "AND",
      "NOT",
      "-x",
      "#12",
      "a:b",
      "..",
      "<3d",
      "50%",
    ),
  )
  .filter((text) => !blank(text));

const anyMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc.constantFrom<Moment>(
    { at: "2026" },
    { at: "2026-02" },
    { at: "2026-03-01" },
    { at: "2026-03-29T02:30" },
    { at: "2026-03-10T10:00:00.000Z" },
    { at: "2026-03-10T10:00:05.250" },
  ),
  fc
    .record({
      count: fc.integer({ min: -40, max: 40 }),
      unit: fc.constantFrom("s", "m", "h", "d", "w", "mo", "y"),
    })
    .map(({ count, unit }) => {
      return count === 0 ? { fromNow: 0, unit: "s" as const } : { fromNow: count, unit };
    }),
  fc.record({
    period: fc.constantFrom("day", "week", "month", "year"),
    offset: fc.constantFrom(-1, 0, 1),
  }),
);

function anyBounds<T>(edge: fc.Arbitrary<T>): fc.Arbitrary<Bounds<T>> {
  return fc.oneof(
    fc.record({ op: fc.constantFrom("<", "<=", ">", ">="), than: edge }),
    fc.record({ op: fc.constant("between"), from: edge, to: edge }),
  );
}

const lists = (field: string, values: readonly string[]): fc.Arbitrary<Expression> =>
  fc
    .array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
    .map((chosen) => ({ type: "is", field, values: chosen }));

const numbers = (field: string, value: fc.Arbitrary<number>): fc.Arbitrary<Expression> =>
  anyBounds(value).map((bounds) => ({ type: "number", field, bounds }));

const dates = (field: string): fc.Arbitrary<Expression> =>
  anyBounds(anyMoment).map((bounds) => ({ type: "date", field, bounds }));

const anyCondition: fc.Arbitrary<Expression> = fc.oneof(
  lists("status", ["open", "pending", "on_hold", "closed", "never heard of"]),
  lists("priority", ["low", "high", "urgent"]),
  lists("assignee", ["me", mia, jo, otherMia, "somebody"]),
  lists("team", ["mine", billingTeam]),
  lists("requester", ["me", mia, "anna@example.org"]),
  lists("tag", ["billing", "spam", "größe", "a b", 'say "so"', "none"]),
  lists("attachment", ["yes", "no"]),
  fc
    .constantFrom(
      "priority",
      "assignee",
      "team",
      "requester",
      "tag",
      "subject",
      "due",
      "score",
      "attachment",
    )
    .map((field) => ({ type: "none", field }) as const),
  fc
    .oneof(anyText, fc.constantFrom("%", "_", "\\", "Refund", "straße", "É"))
    .map((text) => ({ type: "contains", field: "subject", text }) as const),
  dates("created"),
  dates("due"),
  numbers("spent", fc.integer({ min: 0, max: 7_200 })),
  numbers(
    "score",
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 2.5, 1e-7, 1e15)),
  ),
  numbers("number", fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(2.5, 99_999_999_999))),
  fc
    .record({ text: anyText, phrase: fc.boolean() })
    .map(({ text, phrase }) => ({ type: "text", field: "text", text, phrase }) as const),
);

export const anyExpression: fc.Arbitrary<Expression> = fc
  .letrec<{ node: Expression }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: anyCondition, weight: 3 },
      { arbitrary: branch("and", tie("node")), weight: 2 },
      { arbitrary: branch("or", tie("node")), weight: 2 },
      { arbitrary: tie("node").map((of) => ({ type: "not", of }) as const), weight: 1 },
    ),
  }))
  .node.map(tidy);

function branch(type: "and" | "or", child: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.array(child, { maxLength: 3 }).map((of) => ({ type, of }));
}

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
const anyDate = fc.oneof(
  fc.date({ min: new Date("2025-12-01Z"), max: new Date("2026-06-01Z"), noInvalidDate: true }),
  // Edges: starts of days in the zones of the tests, and the moments of `anyMoment`.
  fc
    .constantFrom(
      "2026-03-01T00:00Z",
      "2026-03-10T10:00Z",
      "2026-03-28T23:00Z",
      "2026-03-29T01:00Z",
    )
    .map((at) => new Date(at)),
);

export const anyRow = fc.record({
  status: fc.constantFrom("open", "pending", "on_hold", "resolved", "closed"),
  priority: orNull(fc.constantFrom("low", "medium", "high", "urgent")),
  assignee: orNull(fc.constantFrom(mia, jo, otherMia)),
  team: orNull(fc.constantFrom(billingTeam, mia)),
  requester: orNull(fc.constantFrom(mia, jo)),
  tags: orNull(
    fc.uniqueArray(fc.constantFrom("billing", "spam", "größe", "a b", "none"), { maxLength: 3 }),
  ),
  subject: orNull(
    fc.oneof(
      anyText.map((text) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "?")),
      fc.constantFrom("Refund please", "STRASSE 5", "straße 50%", "é", "É_", "a\\b", "K İ"),
    ),
  ),
  created: anyDate,
  due: orNull(anyDate),
  spent: orNull(fc.integer({ min: 0, max: 120 })),
  score: orNull(fc.constantFrom(-2, 0, 0.1, 1, 2.5, 3)),
  number: fc.integer({ min: 0, max: 5 }),
  attachment: orNull(fc.boolean()),
});
