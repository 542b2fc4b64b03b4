export { applyMacro, runMacro } from "./commands/apply-macro";
export { deliverResponses } from "./deliveries";
export { followTag } from "./jobs";
export { macroById } from "./queries/macros";
export { macrosRouter, responsesRouter } from "./router";
