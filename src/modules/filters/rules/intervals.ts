import { concrete } from "./concrete";
import { type Condition, conditionsOf, type Expression, isCondition } from "./expression";
import type { Field, FieldRegistry } from "./fields";
import type { Moment } from "./moments";

interface End {
  readonly at: number;
  /** The end itself is left out. */
  readonly open: boolean;
}

/** From where to where what matches can lie; `none` if the field may also be empty. */
interface Interval {
  readonly from: End;
  readonly to: End;
  readonly none: boolean;
}

const end = (at: number, open = false): End => ({ at, open });
const anywhere: Interval = { from: end(-Infinity), to: end(Infinity), none: true };
const nowhere: Interval = { from: end(Infinity), to: end(-Infinity), none: false };

/**
 * Times compare for certain only with their like: what is relative moves, and where a day starts
 * depends on the zone. Months are of different lengths, and "today" moves by jumps.
 */
const kindsOfTime = ["wall", "instant", "relative"] as const;
type KindOfTime = (typeof kindsOfTime)[number];

/** The fields for which no number, or no time, fulfils all that is asked. */
export function impossibleRanges(expression: Expression, fields: FieldRegistry): readonly Field[] {
  const names = [...new Set(conditionsOf(expression).map(({ field }) => field))];
  return names.flatMap((name) => {
    const field = fields.get(name);
    if (field === undefined) return [];
    const empty = kindsOfTime.some((kind) => {
      return !isPossible(intervalOf(expression, { field, fields, kind }, false));
    });
    return empty ? [field] : [];
  });
}

interface Looking {
  readonly field: Field;
  readonly fields: FieldRegistry;
  readonly kind: KindOfTime;
}

function intervalOf(expression: Expression, looking: Looking, negated: boolean): Interval {
  if (isCondition(expression)) return conditionInterval(expression, looking, negated);
  if (expression.type === "not") return intervalOf(expression.of, looking, !negated);
  const children = expression.of.map((child) => intervalOf(child, looking, negated));
  if ((expression.type === "and") !== negated) {
    return children.reduce(
      (a, b) => ({
        from: later(a.from, b.from),
        to: earlier(a.to, b.to),
        none: a.none && b.none,
      }),
      anywhere,
    );
  }
  // What reaches from the lowest to the highest; the holes between do not matter here.
  return children.filter(isPossible).reduce(
    (a, b) => ({
      from: mostInclusive(a.from, b.from, a.from.at < b.from.at),
      to: mostInclusive(a.to, b.to, a.to.at > b.to.at),
      none: a.none || b.none,
    }),
    nowhere,
  );
}

function isPossible({ from, to, none }: Interval): boolean {
  const touches = from.at === to.at && !from.open && !to.open;
  return none || from.at < to.at || touches;
}

function mostInclusive(a: End, b: End, aReachesFarther: boolean): End {
  if (a.at === b.at) return a.open ? b : a;
  return aReachesFarther ? a : b;
}

function later(a: End, b: End): End {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.open ? a : b;
}

function earlier(a: End, b: End): End {
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return a.open ? a : b;
}

function conditionInterval(condition: Condition, looking: Looking, negated: boolean): Interval {
  const { field, fields, kind } = looking;
  if (condition.field !== field.name) return anywhere;
  if (condition.type === "none") {
    return negated ? { ...anywhere, none: false } : { ...nowhere, none: true };
  }
  if (negated) return anywhere;
  const some = { ...anywhere, none: false };
  if (condition.type === "date" && !momentsOf(condition).every((m) => kindOf(m) === kind)) {
    return some;
  }
  // Any moment will do where only the order of moments is asked for.
  const asked = concrete(condition, field, fields, { now: new Date(0) });
  if (asked?.type !== "within") return some;
  const { from, to } = asked;
  return {
    from: from === undefined ? anywhere.from : end(from.at, !from.inclusive),
    to: to === undefined ? anywhere.to : end(to.at, !to.inclusive),
    none: false,
  };
}

function momentsOf(condition: Extract<Condition, { type: "date" }>): readonly Moment[] {
  const { bounds } = condition;
  return bounds.op === "between" ? [bounds.from, bounds.to] : [bounds.than];
}

function kindOf(moment: Moment): KindOfTime | undefined {
  if ("at" in moment) return moment.at.endsWith("Z") ? "instant" : "wall";
  if ("fromNow" in moment && moment.unit !== "mo" && moment.unit !== "y") return "relative";
  return undefined;
}
