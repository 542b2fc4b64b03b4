export { mustConfigure } from "./access";
export { createField } from "./commands/create-field";
export { removeField } from "./commands/remove-field";
export { addTag, moveTag } from "./commands/tags";
export { deliverFields } from "./deliveries";
export { fieldsChanged, leavingBegan } from "./events";
export { fieldDefinitions } from "./queries/definitions";
export { knowDefinitions, knownDefinitions } from "./queries/known";
export { type Leaving, leavingNow } from "./queries/leaving";
export { type AskedField, askedFields } from "./queries/shown";
export { fieldsRouter, tagsRouter, topicsRouter } from "./router";
export { filterFieldOf, keyOfFilter } from "./rules/filter-field";
export { tagsAfter } from "./rules/tags";
export { readValue, valueWords } from "./rules/value";
export { fieldChangesSchema, fieldValueSchema, fieldValuesSchema, tagSchema } from "./schema";
export {
  forgetField,
  forgetTag,
  knowTags,
  leavingTag,
  readAskedFields,
  readFields,
  topicStart,
} from "./steps";
export type { FieldDefinition, FieldType, FieldValue, FieldValues } from "./types";
