export { callLimiter } from "./calls";
export { type Limiter, type Rate, rateLimiter } from "./limiter";
