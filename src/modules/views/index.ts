export { deliverViews } from "./deliveries";
export { viewsFollowTag } from "./jobs";
export { viewList } from "./queries/visible";
export { viewsRouter } from "./router";
