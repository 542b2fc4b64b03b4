export { applyMacro } from "./commands/apply-macro";
export { deliverResponses } from "./deliveries";
export { followTag } from "./jobs";
export { macrosRouter, responsesRouter } from "./router";
