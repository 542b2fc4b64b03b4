export { deliverViews } from "./deliveries";
export { viewList } from "./queries/visible";
export { viewsRouter } from "./router";
