export { applyToViews } from "./live";
export type { Display } from "./rules/display";
export { standardViews } from "./rules/standard-views";
export { type Uncounted, uncountedWords, type View } from "./rules/view";
