import * as z from "zod";
import { tidy } from "./rules/build";
import { cleanText } from "./rules/characters";
import { type Expression, type Filter, filterOf, filterVersion } from "./rules/expression";
import { filterLimits } from "./rules/limits";
import { isNear, isWrittenDate } from "./rules/moment-text";
import type { Moment } from "./rules/moments";
import { excessOf } from "./rules/size";

const field = z
  .string()
  .regex(/^\p{Ll}[\p{Ll}\p{N}_.-]*$/u)
  .max(filterLimits.fieldCharsMax);
const words = z
  .string()
  .max(filterLimits.valueCharsMax)
  .transform(cleanText)
  .refine((text) => text.trim() !== "", "Blank.");

// Adding zero makes the negative zero an ordinary one.
const number = z
  .number()
  .min(-filterLimits.numberMax)
  .max(filterLimits.numberMax)
  .transform((value) => value + 0);
const moment: z.ZodType<Moment> = z.union([
  z.strictObject({ at: z.string().refine(isWrittenDate, "Not a date.") }),
  z
    .strictObject({ fromNow: z.int(), unit: z.enum(["s", "m", "h", "d", "w", "mo", "y"]) })
    .refine(({ fromNow, unit }) => isNear(fromNow, unit), "Too far away."),
  z.strictObject({
    period: z.enum(["day", "week", "month", "year"]),
    offset: z.literal([-1, 0, 1]),
  }),
]);

const boundsOf = <T extends z.ZodType>(edge: T) =>
  z.union([
    z.strictObject({ op: z.enum(["<", "<=", ">", ">="]), than: edge }),
    z.strictObject({ op: z.literal("between"), from: edge, to: edge }),
  ]);

const condition = [
  z.strictObject({
    type: z.literal("is"),
    field,
    values: z.array(words).min(1).max(filterLimits.valuesMax),
  }),
  z.strictObject({ type: z.literal("none"), field }),
  z.strictObject({ type: z.literal("contains"), field, text: words }),
  z.strictObject({ type: z.literal("text"), field, text: words, phrase: z.boolean() }),
  z.strictObject({ type: z.literal("number"), field, bounds: boundsOf(number) }),
  z.strictObject({ type: z.literal("date"), field, bounds: boundsOf(moment) }),
] as const;

const children = z.lazy(() => z.array(node).max(filterLimits.conditionsMax));
const node: z.ZodType<Expression> = z.discriminatedUnion("type", [
  ...condition,
  z.strictObject({ type: z.literal("and"), of: children }),
  z.strictObject({ type: z.literal("or"), of: children }),
  z.strictObject({ type: z.literal("not"), of: z.lazy(() => node) }),
]);

/** Before anything recursive looks at it: bodies come from anywhere, and a stack is not endless. */
const shallow = z.unknown().refine(isShallow, {
  error: `A filter goes at most ${filterLimits.depthMax} levels deep.`,
  abort: true,
});

/** Which tickets, as data that came from outside. Bounded, and in the shape that `parse` gives. */
export const expressionSchema: z.ZodType<Expression> = shallow
  .pipe(node)
  .transform(tidy)
  .superRefine((expression, context) => {
    const excess = excessOf(expression);
    if (excess !== undefined) context.addIssue({ code: "custom", message: excess });
  });

/** A filter as it is kept. There is one version so far; a next one lifts this one here. */
export const filterSchema: z.ZodType<Filter> = z
  .strictObject({ version: z.literal(filterVersion), where: expressionSchema })
  .transform(({ where }) => filterOf(where));

/** Values, bounds and moments lie a few levels below the last condition. */
const jsonDepthMax = filterLimits.depthMax * 2 + 8;

function isShallow(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth < jsonDepthMax; depth += 1) {
    level = level.flatMap((value) => {
      return typeof value === "object" && value !== null ? Object.values(value) : [];
    });
    if (level.length === 0) return true;
  }
  return false;
}
