export { filterFieldOf, filterName, keyOfFilter } from "./rules/filter-field";
export { tagsAfter, tidyTag } from "./rules/tags";
export { problemWords, type ReadValue, readValue, valueWords } from "./rules/value";
export {
  type FieldDefinition,
  type FieldOption,
  type FieldType,
  type FieldValue,
  type FieldValues,
  fieldTypes,
} from "./types";
