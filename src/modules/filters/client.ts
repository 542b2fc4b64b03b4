export { and, is, not, or, text } from "./rules/build";
export { foldWord } from "./rules/characters";
export { type Actor, type Asking, misfits } from "./rules/concrete";
export { contradictionIn } from "./rules/contradiction";
export { describe } from "./rules/describe";
export {
  type Condition,
  conditionsOf,
  type Expression,
  everything,
  type Filter,
  filterOf,
  isCondition,
  isEverything,
  isNothing,
  nothing,
} from "./rules/expression";
export {
  defineField,
  type Field,
  type FieldKind,
  type FieldRegistry,
  type FieldWords,
  fieldRegistry,
  labelOf,
} from "./rules/fields";
export { filterLimits } from "./rules/limits";
export { type Answer, matches } from "./rules/matches";
export { type NamedValue, type NameIndex, type Names, namesFrom, noNames } from "./rules/names";
export { cacheKey, normalise } from "./rules/normalise";
export { type Parsed, type Part, parse } from "./rules/parse";
export { patternOf } from "./rules/pattern";
export { type PossibleValues, valuesOf } from "./rules/possible";
export { print } from "./rules/print";
export type { Problem, ProblemCode } from "./rules/problems";
export { isRun, runsOf } from "./rules/runs";
export { isImpossible, simplify } from "./rules/simplify";
export {
  dependsOnActor,
  dependsOnTime,
  fieldsOf,
  idsIn,
  namesForIds,
  splitText,
} from "./rules/uses";
export { instantMs, wallMsAt } from "./rules/zone";
