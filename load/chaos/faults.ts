import type { Stack } from "../../scripts/start/stack";
import type { Fault } from "./fault";
import { databaseFaults, promotion } from "./of-database";
import { processFaults } from "./of-processes";
import { storeFaults } from "./of-stores";
import type { Breakable } from "./stack";
import { uploadsWithoutRoom } from "./uploads";

export type Faults = {
  /** Broken one at a time, in this order. */
  faults: Fault[];
  /** What this machine cannot break, and why. */
  leftOut: string[];
};

export function faultsOf(stack: Stack, { breakable, clocks }: Breakable): Faults {
  const { disks } = breakable;
  const leftOut: string[] = [];
  if (disks.files === null || disks.database === null)
    leftOut.push("full disks, because nobody may mount a small one here (it takes root)");
  if (clocks === null)
    leftOut.push("wrong clocks, because libfaketime is not here (apt-get install faketime)");
  const [web] = stack.webs;
  const room =
    disks.files === null || web === undefined ? [] : [uploadsWithoutRoom(web.url, disks.files)];
  return {
    leftOut,
    faults: [
      ...processFaults(stack, clocks),
      ...storeFaults(breakable),
      ...databaseFaults(breakable),
      ...room,
      promotion(breakable),
    ],
  };
}
