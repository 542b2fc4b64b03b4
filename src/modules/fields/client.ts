export type { TopicPriority, TopicView } from "./queries/topics";
export { filterFieldOf, filterName, keyOfFilter } from "./rules/filter-field";
export { fieldsOfForm } from "./rules/form";
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
