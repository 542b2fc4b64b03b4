import Valkey, { type RedisOptions } from "iovalkey";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { processShared } from "@/platform/process";
import type { Purpose } from "./keys";

/** Where a purpose's store is. */
export function valkeyUrl(purpose: Purpose): string {
  const all = env();
  const urls = {
    session: all.VALKEY_SESSION_URL,
    cache: all.VALKEY_CACHE_URL,
    queue: all.VALKEY_QUEUE_URL,
    realtime: all.VALKEY_REALTIME_URL,
  };
  return (urls[purpose] ?? all.VALKEY_URL).replace(/^valkey/, "redis");
}

/** The founding reconnect strategy. */
export function reconnectMs(retries: number): number {
  return Math.min(retries * limits.valkeyReconnectStepMs, limits.valkeyReconnectMsMax);
}

/** A new connection of its own: for blocking reads, subscriptions and queues. */
export function connectValkey(purpose: Purpose, options: RedisOptions = {}): Valkey {
  const client = new Valkey(valkeyUrl(purpose), {
    retryStrategy: reconnectMs,
    // A blocking reader waits as long as it takes; it says null itself.
    maxRetriesPerRequest: 1,
    enableOfflineQueue: true,
    connectTimeout: 5_000,
    lazyConnect: false,
    connectionName: `insightdesk-${env().PROCESS_KIND}-${purpose}`,
    ...options,
  });
  let lastFault = "";
  client.on("error", (error: Error) => {
    if (error.message === lastFault) return;
    lastFault = error.message;
    log().warn({ store: purpose, err: error }, "the store does not answer");
  });
  client.on("ready", () => {
    if (lastFault !== "") log().info({ store: purpose }, "the store answers again");
    lastFault = "";
  });
  return client;
}

/** The process's shared connection for a purpose, for short commands only. */
export function valkey(purpose: Purpose): Valkey {
  const shared = processShared("valkey-clients", () => new Map<Purpose, Valkey>());
  const known = shared.get(purpose);
  if (known !== undefined) return known;
  const client = connectValkey(purpose, { commandTimeout: 2_000 });
  shared.set(purpose, client);
  return client;
}

/**
 * Sends what this tick asks of a store as one write: a write costs more than most commands. The
 * client's own way of doing so (automatic pipelines) mixes up the answers of scripts.
 */
export function asOneWrite(client: Valkey): void {
  const { stream } = client;
  if (client.status !== "ready") return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export async function closeValkey(): Promise<void> {
  const shared = processShared("valkey-clients", () => new Map<Purpose, Valkey>());
  const clients = [...shared.values()];
  shared.clear();
  for (const client of clients) client.disconnect();
}
