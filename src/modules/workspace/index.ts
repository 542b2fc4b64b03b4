export { colleaguesChanged } from "./events";
export { answerLogo } from "./queries/logo";
export { workspaceLook } from "./queries/settings";
export { workspaceRouter } from "./router";
