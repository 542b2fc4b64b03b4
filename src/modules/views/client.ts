export { applyToViews } from "./live";
export { standardViews } from "./rules/standard-views";
export { type Uncounted, uncountedWords, type View } from "./rules/view";
