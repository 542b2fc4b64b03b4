export { exportRequested } from "./events";
export { makeExport } from "./jobs";
export { exportFile, unfinishedExports } from "./queries/exports";
export { privacyRouter } from "./router";
