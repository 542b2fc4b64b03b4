/** What stands in a bundle for `@/platform/measuring`: nothing is noted and nothing written down. */
export { added, addedBy, labelsOf, readLabels } from "@/platform/measuring/sample";
export {
  forgetSamples,
  readAllSamples,
  readSamples,
  writeSamples,
} from "@/platform/measuring/store";

const nothing = () => undefined;
export const noteCall = nothing;
export const recordMeasures = nothing;
export const writeSlowCalls = nothing;
export const planOf = async () => null;
