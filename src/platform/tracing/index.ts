export { followingMoment, followingSpan, partSpan, requestSpan } from "./spans";
export { startTracing } from "./start";
