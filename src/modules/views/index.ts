export { deliverViews } from "./deliveries";
export { viewsRouter } from "./router";
