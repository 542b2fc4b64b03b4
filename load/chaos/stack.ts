import { join } from "node:path";
import type { Stack } from "../../scripts/start/stack";
import { startOwnStack } from "../own/stack";
import { type Clocks, movableClocks } from "./clocks";
import { type BreakableServices, breakableServices } from "./services";

export type Breakable = { breakable: BreakableServices; clocks: Clocks | null };

/** One of each kind has a clock of its own. */
const withOwnClock = ["web-2", "realtime-2", "worker-2"];

/** Two of each of ours on services that can be broken. */
export async function breakableStack(
  dataDir: string,
  report: (line: string) => void,
): Promise<{ stack: Stack } & Breakable> {
  const found: BreakableServices[] = [];
  const clocks = movableClocks(join(dataDir, "clocks"), withOwnClock);
  const stack = await startOwnStack({
    dataDir,
    webs: 2,
    realtimes: 2,
    workers: 2,
    tickets: 1_000,
    pages: false,
    report,
    envOf: (name) => clocks?.envOf(name) ?? {},
    bringServices: async () => {
      const services = await breakableServices(dataDir, report);
      found.push(services);
      return services.services;
    },
  });
  const [breakable] = found;
  if (breakable === undefined) throw new Error("the services were brought");
  return { stack, breakable, clocks };
}
