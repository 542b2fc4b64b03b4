export { demoHintCookie, isHintClosed } from "./components/hints";
