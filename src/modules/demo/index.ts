export { enterDemo } from "./commands/enter-demo";
export { demoRouter } from "./router";
