export { deliverBulk } from "./deliveries";
export { bulkStarted } from "./events";
export { forgetBefore, runBulk } from "./jobs";
export { unfinishedActions } from "./queries/actions";
export { bulkRouter } from "./router";
