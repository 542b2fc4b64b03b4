export { type CompileOptions, compile } from "./compile";
export { and, is, not, or, text } from "./rules/build";
export { foldWord } from "./rules/characters";
export { type Completion, complete, type Suggestion } from "./rules/complete";
export { type Actor, type Asking, misfits } from "./rules/concrete";
export { contradictionIn } from "./rules/contradiction";
export { describe } from "./rules/describe";
export { nearest } from "./rules/distance";
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
  type Asked,
  type Column,
  defineField,
  type Field,
  type FieldKind,
  type FieldRegistry,
  type FieldWords,
  fieldRegistry,
  labelOf,
  type Narrowed,
  type SqlField,
  type Where,
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
  dependsOnAsker,
  dependsOnTime,
  fieldsOf,
  idsIn,
  namesForIds,
  type SplitText,
  splitText,
  substitute,
  type WrittenName,
  withTag,
  writtenNames,
} from "./rules/uses";
export { writeWord } from "./rules/write-value";
export { expressionSchema, filterSchema } from "./schema";
