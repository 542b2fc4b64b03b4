import { Redis } from "iovalkey";

export type ValkeyIdentity = { name: "valkey" | "redis" | "unknown"; version: string };

function field(info: string, name: string): string | undefined {
  const line = info.split(/\r?\n/).find((text) => text.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

/**
 * Who answers, by its own word. Valkey also tells a `redis_version`, for clients of old; only its
 * `server_name` or `valkey_version` make it Valkey. What looks like neither is not guessed at.
 */
export function identify(info: string): ValkeyIdentity {
  const valkeyVersion = field(info, "valkey_version");
  if (valkeyVersion !== undefined) return { name: "valkey", version: valkeyVersion };
  const redisVersion = field(info, "redis_version");
  const other = field(info, "server_name") ?? field(info, "dragonfly_version");
  if (redisVersion !== undefined && other === undefined) {
    return { name: "redis", version: redisVersion };
  }
  return { name: "unknown", version: redisVersion ?? "" };
}

/** One connection that fails at once instead of trying for ever, for looking and asking. */
export async function withValkey<Result>(
  url: string,
  work: (client: Redis) => Promise<Result>,
): Promise<Result> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
    enableOfflineQueue: false,
  });
  // The call only says that the connection closed; the event says why.
  let reason: Error | undefined;
  client.on("error", (error) => {
    reason ??= error;
  });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw reason ?? error;
  } finally {
    client.disconnect();
  }
}

export function identifyValkey(url: string): Promise<ValkeyIdentity> {
  return withValkey(url, async (client) => identify(await client.info("server")));
}
