export { handleHealth } from "./health";
export { listenForHealth } from "./health-server";
export { serveUntilProxyLooksAway } from "./look-away";
export { listen, makeServer } from "./server";
