import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import type { Lifecycle } from "@/platform/process";

/**
 * A proxy in front learns from our health that we are going, and asks again until it has looked. A
 * process that stopped listening before would lose what is on its way to it; so it goes on serving
 * until the proxy has looked away. Where nobody stands in front, nobody is waited for.
 */
export function serveUntilProxyLooksAway(life: Lifecycle): void {
  if (env().PROXY_HOPS === 0) return;
  life.onDrain(
    "announce",
    "proxy",
    () => new Promise((resolve) => setTimeout(resolve, limits.proxyLooksAwayMs)),
  );
}
