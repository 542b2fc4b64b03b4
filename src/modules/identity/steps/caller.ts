import { env } from "@/platform/env";
import { callerAddress } from "@/trpc/guards";
import type { Caller } from "./attempts";

/**
 * Who sent a request that came through Next, which shows headers and no socket. Without a proxy of
 * ours Next itself writes the socket's address, where nobody wrote another one before.
 */
export function callerOf(headers: { get(name: string): string | null }): Caller {
  const hops = Math.max(1, env().PROXY_HOPS);
  return { address: callerAddress(headers.get("x-forwarded-for") ?? undefined, undefined, hops) };
}
