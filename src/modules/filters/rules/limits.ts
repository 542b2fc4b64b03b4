/**
 * The bounds of one filter. The parser refuses beyond them and the schema does too, and a text has
 * room for the longest expression, so that whatever was stored can be printed and read again.
 */
export const filterLimits = {
  textCharsMax: 60_000,
  conditionsMax: 100,
  valuesMax: 100,
  /** Of all conditions together. */
  valuesTotalMax: 500,
  valueCharsMax: 200,
  charsTotalMax: 20_000,
  fieldCharsMax: 40,
  /** Levels of and, or, not in the finished expression. */
  depthMax: 12,
  /** Levels of parentheses that are followed at all; only stack safety asks for it. */
  parenthesesMax: 40,
  problemsMax: 20,
  suggestionsMax: 12,
  numberMax: 1e15,
  spanYearsMax: 100,
  yearMin: 1900,
  yearMax: 2999,
} as const;
