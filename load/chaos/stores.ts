import { join } from "node:path";
import type { RunningValkey } from "../../scripts/services/valkey";
import { startValkey } from "../../scripts/services/valkey";
import { type SupervisedService, supervise } from "../../scripts/start/supervised-service";
import { freePort } from "../../scripts/system/ports";
import { aLine, type Line, placeOf } from "./line";

export const purposes = ["session", "cache", "queue", "realtime"] as const;
export type Purpose = (typeof purposes)[number];

/** The Valkey of one purpose, and the line by which it is reached. */
export type Store = { purpose: Purpose; server: SupervisedService<RunningValkey>; line: Line };

/** As the founding document has them: a cache forgets what is old, the others refuse when full. */
async function ownStore(
  purpose: Purpose,
  dataDir: string,
  report: (line: string) => void,
): Promise<SupervisedService<RunningValkey>> {
  const port = await freePort();
  const forgets = purpose === "cache";
  const options = {
    dataDir: join(dataDir, `valkey-${purpose}`),
    port,
    maxmemoryPolicy: forgets ? "volatile-lru" : "noeviction",
    appendonly: purpose === "session" || purpose === "queue",
    extraArgs: ["--maxmemory", "256mb"],
  };
  return supervise(`Valkey (${purpose})`, () => startValkey(options), report);
}

export async function startStores(
  dataDir: string,
  report: (line: string) => void,
): Promise<Store[]> {
  const stores: Store[] = [];
  for (const purpose of purposes) {
    const server = await ownStore(purpose, dataDir, report);
    stores.push({ purpose, server, line: await aLine(placeOf(server.current().url)) });
  }
  return stores;
}

/** The variables by which the processes find them. */
export const storeVariables = (stores: readonly Store[]): Record<string, string> =>
  Object.fromEntries(
    stores.map(({ purpose, server, line }) => [
      `VALKEY_${purpose.toUpperCase()}_URL`,
      line.at(server.current().url),
    ]),
  );
