export { recordMeasures } from "./record";
export { added, addedBy, labelsOf, readLabels, type Sample } from "./sample";
export { noteCall, planOf, writeSlowCalls } from "./slow-calls";
export {
  forgetSamples,
  readAllSamples,
  readSamples,
  type SamplesAsked,
  type SpanSeconds,
  type StoredSample,
  writeSamples,
} from "./store";
