export { applyMacro } from "./commands/apply-macro";
export { deliverResponses } from "./deliveries";
export { macrosRouter, responsesRouter } from "./router";
