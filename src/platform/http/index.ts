export { handleHealth } from "./health";
export { listenForHealth } from "./health-server";
export { listen, makeServer } from "./server";
