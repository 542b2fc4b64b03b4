import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { liveAmong } from "@/modules/capacity";
import { ensureBuilt } from "../../scripts/build/build";
import { bundleEntries } from "../../scripts/build/bundles";
import { choosePlaces } from "../../scripts/start/places";
import { migrateDatabase } from "../../scripts/start/prepare-database";
import { secretsIn } from "../../scripts/start/secrets";
import type { StackServices } from "../../scripts/start/services";
import { type Stack, startStack } from "../../scripts/start/stack";
import type { Place } from "../../scripts/start/topology";
import { Advice } from "../../scripts/system/advice";
import { root } from "../../scripts/system/root";
import { ensureTickets } from "../bench/database";

export type OwnStack = {
  dataDir: string;
  webs: number;
  realtimes: number;
  workers: number;
  tickets: number;
  /** Without them the API alone serves, and no build is needed. */
  pages: boolean;
  /** Brings the services otherwise than usual: through lines that can be cut. */
  bringServices?: () => Promise<StackServices>;
  /** What one process alone is told. */
  envOf?: (name: string) => Record<string, string>;
  /** Whether a proxy of ours stands in front. */
  behindProxy?: boolean;
  report: (line: string) => void;
  /** Addresses of services that people work with: whatever happens, a run is not given one of them. */
  live?: readonly string[];
  signal?: AbortSignal;
};

/** What the workers' figures are read with. */
const token = randomBytes(24).toString("base64url");
export const insideToken = () => token;

/** Few visitors stand for many people, so they may ask as often as all of them. */
export const ownSettings = {
  RATE_LIMIT_FACTOR: "1000000",
  LOG_LEVEL: "warn",
  INTERNAL_TOKEN: token,
};

async function apiAlone(dataDir: string): Promise<{ distDir: string; bundleDir: string }> {
  // What is bundled finds its packages only below the house.
  const bundleDir = join(".data", `bundles-${process.pid}`);
  const entries = {
    web: "load/own/web.ts",
    worker: "worker/main.ts",
    realtime: "realtime/main.ts",
  };
  await bundleEntries(entries, join(root, bundleDir));
  return { distDir: dataDir, bundleDir };
}

/** Before anything is written. */
function refuseLive(own: readonly string[], live: readonly string[]): void {
  if (liveAmong(own, live).length > 0)
    throw new Advice("A run was about to load the services that people work with. It was refused.");
}

/** A stack of its own with its own database and Valkey, as large and as full as is asked. */
export async function startOwnStack(about: OwnStack): Promise<Stack> {
  const { dataDir, webs, realtimes, workers, tickets, pages, report } = about;
  const counts = { web: webs, realtime: realtimes, worker: workers };
  const told = (place: Place) => ({
    ...place,
    env: { ...place.env, ...about.envOf?.(place.name) },
  });
  const found = await choosePlaces(counts, {}, "any");
  const stack = await startStack({
    dataDir,
    places: {
      webs: found.webs.map(told),
      realtimes: found.realtimes.map(told),
      workers: found.workers.map(told),
    },
    ...(about.bringServices === undefined ? {} : { bringServices: about.bringServices }),
    env: { ...ownSettings, PROXY_HOPS: about.behindProxy ? "1" : "0" },
    report,
    ...(about.signal === undefined ? {} : { signal: about.signal }),
    prepare: async (services) => {
      refuseLive(Object.values(services.variables), about.live ?? []);
      await migrateDatabase(services, report);
      await ensureTickets(services.directUrl, tickets, report);
      return pages ? ensureBuilt(report) : apiAlone(dataDir);
    },
  });
  // This process makes the visitors' sessions and looks at the database itself.
  Object.assign(process.env, secretsIn(dataDir), stack.services.variables);
  return stack;
}
