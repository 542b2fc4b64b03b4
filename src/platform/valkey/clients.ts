import Valkey, { Cluster, type RedisOptions } from "iovalkey";
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
  return (urls[purpose] ?? all.VALKEY_URL).replace(/(^|,)valkey/g, "$1redis");
}

/** The founding reconnect strategy. */
export function reconnectMs(retries: number): number {
  return Math.min(retries * limits.valkeyReconnectStepMs, limits.valkeyReconnectMsMax);
}

/** A server, or a cluster: the commands are the same. */
export type ValkeyClient = Valkey | Cluster;

function open(purpose: Purpose, options: RedisOptions): ValkeyClient {
  const [first = "", ...others] = valkeyUrl(purpose).split(",");
  const common: RedisOptions = {
    // A blocking reader waits as long as it takes; it says null itself.
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    connectionName: `insightdesk-${env().PROCESS_KIND}-${purpose}`,
    ...options,
  };
  if (others.length === 0) return new Valkey(first, { retryStrategy: reconnectMs, ...common });
  const { username, password, protocol } = new URL(first);
  const nodes = [first, ...others].map((url) => new URL(url));
  return new Cluster(
    nodes.map(({ hostname, port }) => ({ host: hostname, port: Number(port || 6_379) })),
    {
      clusterRetryStrategy: reconnectMs,
      enableOfflineQueue: common.enableOfflineQueue ?? true,
      // Where a primary was lost, commands to its slots wait for the one that follows.
      retryDelayOnFailover: limits.valkeyFailoverStepMs,
      retryDelayOnClusterDown: limits.valkeyFailoverStepMs,
      slotsRefreshTimeout: 2_000,
      redisOptions: {
        ...common,
        ...(username === "" ? {} : { username: decodeURIComponent(username) }),
        ...(password === "" ? {} : { password: decodeURIComponent(password) }),
        ...(protocol === "rediss:" ? { tls: {} } : {}),
      },
    },
  );
}

/** A new connection of its own: for blocking reads, subscriptions and queues. */
export function connectValkey(purpose: Purpose, options: RedisOptions = {}): ValkeyClient {
  const client = open(purpose, options);
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

const shared = () => processShared("valkey-clients", () => new Map<Purpose, ValkeyClient>());

/** The process's shared connection for a purpose, for short commands only. */
export function valkey(purpose: Purpose): ValkeyClient {
  const known = shared().get(purpose);
  if (known !== undefined) return known;
  const client = connectValkey(purpose, { commandTimeout: 2_000 });
  shared().set(purpose, client);
  return client;
}

/**
 * Sends what this tick asks of a store as one write: a write costs more than most commands. The
 * client's own way of doing so (automatic pipelines) mixes up the answers of scripts.
 */
export function asOneWrite(client: ValkeyClient): void {
  // A cluster has a connection for each of its servers.
  if (client instanceof Cluster || client.status !== "ready") return;
  const { stream } = client;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export async function closeValkey(): Promise<void> {
  const clients = [...shared().values()];
  shared().clear();
  for (const client of clients) client.disconnect();
}
