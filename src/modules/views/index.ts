export { viewsRouter } from "./router";
