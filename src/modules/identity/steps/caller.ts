import { env } from "@/platform/env";
import { callerAddress } from "@/trpc/guards";
import { type Caller, countLinkUse } from "./attempts";

/**
 * Who sent a request that came through Next, which shows headers and no socket. Without a proxy of
 * ours Next itself writes the socket's address, where nobody wrote another one before.
 */
export function callerOf(headers: { get(name: string): string | null }): Caller {
  const hops = Math.max(1, env().PROXY_HOPS);
  return {
    address: callerAddress(headers.get("x-forwarded-for") ?? undefined, undefined, hops),
    userAgent: headers.get("user-agent") ?? undefined,
  };
}

/** Guessing at links is bounded by the address that guesses. @throws AppError `rate_limited` */
export async function countLink(headers: { get(name: string): string | null }): Promise<void> {
  await countLinkUse(callerOf(headers));
}
