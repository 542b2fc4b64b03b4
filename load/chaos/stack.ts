import type { Stack } from "../../scripts/start/stack";
import { startOwnStack } from "../own/stack";
import { type BreakableServices, breakableServices } from "./services";

/** Two of each of ours on services that can be broken. */
export async function breakableStack(
  dataDir: string,
  report: (line: string) => void,
): Promise<{ stack: Stack; breakable: BreakableServices }> {
  const found: BreakableServices[] = [];
  const stack = await startOwnStack({
    dataDir,
    webs: 2,
    realtimes: 2,
    workers: 2,
    tickets: 1_000,
    pages: false,
    report,
    bringServices: async () => {
      const services = await breakableServices(dataDir, report);
      found.push(services);
      return services.services;
    },
  });
  const [breakable] = found;
  if (breakable === undefined) throw new Error("the services were brought");
  return { stack, breakable };
}
