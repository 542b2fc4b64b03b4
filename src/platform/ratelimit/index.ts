export { callLimiter } from "./calls";
export { type Limiter, rateLimiter } from "./limiter";
