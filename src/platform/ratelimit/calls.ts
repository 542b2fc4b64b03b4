import type { Actor } from "@/platform/auth/actor";
import { limits } from "@/platform/limits";
import { type Limiter, rateLimiter } from "./limiter";

const windowMs = limits.rateWindowMs;
const rates = {
  anonymous: { name: "calls-anonymous", pointsMax: limits.ratePointsAnonymousMax, windowMs },
  customer: { name: "calls-customer", pointsMax: limits.ratePointsCustomerMax, windowMs },
  agent: { name: "calls-agent", pointsMax: limits.ratePointsAgentMax, windowMs },
  admin: { name: "calls-admin", pointsMax: limits.ratePointsAgentMax, windowMs },
} as const;

/** The limit on calls of somebody; strangers are told apart by their address alone. */
export function callLimiter(actor: Pick<Actor, "audience"> | null): Limiter {
  return rateLimiter(rates[actor?.audience ?? "anonymous"]);
}
