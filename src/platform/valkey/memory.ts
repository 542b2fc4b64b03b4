import { Cluster } from "iovalkey";
import { type ValkeyClient, valkey, valkeyUrl } from "./clients";
import { type Purpose, purposes } from "./keys";
import { isStoreOutage } from "./outage";

export type StoreMemory = { maxmemoryBytes: number; policy: string };

/** What is wrong with how a store forgets, in one line with what to do; null when nothing is. */
export function memoryFault(uses: readonly Purpose[], memory: StoreMemory): string | null {
  const { policy, maxmemoryBytes } = memory;
  const isCacheAlone = uses.length === 1 && uses[0] === "cache";
  const named = `the Valkey for ${uses.join(", ")}`;
  if (!isCacheAlone) {
    return policy === "noeviction"
      ? null
      : `${named} has maxmemory-policy ${policy}: set noeviction, or it may throw away what exists nowhere else`;
  }
  if (policy !== "volatile-lru")
    return `${named} has maxmemory-policy ${policy}: set volatile-lru, or writes fail when it is full`;
  return maxmemoryBytes > 0
    ? null
    : `${named} has no maxmemory: set one, or it never forgets anything`;
}

/** Purposes by the store that serves them; one store may serve several. */
function storesInUse(): Map<string, Purpose[]> {
  const stores = new Map<string, Purpose[]>();
  for (const purpose of purposes) {
    const url = valkeyUrl(purpose);
    stores.set(url, [...(stores.get(url) ?? []), purpose]);
  }
  return stores;
}

function field(info: string, name: string): string {
  const line = info.split(/\r?\n/).find((each) => each.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? "";
}

/** Asked by INFO: managed stores refuse CONFIG. */
async function memoryOf(client: ValkeyClient): Promise<StoreMemory[]> {
  const servers = client instanceof Cluster ? client.nodes("master") : [client];
  return Promise.all(
    servers.map(async (server) => {
      const info = await server.info("memory");
      return {
        maxmemoryBytes: Number(field(info, "maxmemory")),
        policy: field(info, "maxmemory_policy"),
      };
    }),
  );
}

/**
 * Throws the first fault of the stores. One that is away has no fault here: its own check says so.
 * What was found right is not asked again; what was wrong is, so that mending it is enough.
 */
export function storesCheck(): () => Promise<void> {
  const right = new Set<string>();
  return async () => {
    for (const [url, uses] of storesInUse()) {
      if (right.has(url)) continue;
      const [purpose] = uses;
      if (purpose === undefined) continue;
      try {
        for (const memory of await memoryOf(valkey(purpose))) {
          const fault = memoryFault(uses, memory);
          if (fault !== null) throw new Error(fault);
        }
        right.add(url);
      } catch (thrown) {
        if (!isStoreOutage(thrown)) throw thrown;
      }
    }
  };
}
