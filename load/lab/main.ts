/**
 * One run of the load lab, started by who supervises the installation and told by a message what to
 * run. It brings its own database and store, and has no variable that names another.
 */
import { once } from "node:events";
import { join } from "node:path";
import { thresholdsOf } from "@/modules/capacity";
import { closePools } from "@/platform/database";
import { limits } from "@/platform/limits";
import { closeValkey } from "@/platform/valkey";
import { startOwnStack } from "../own/stack";
import { targetOf } from "../own/target";
import { runLoad } from "../run/run";
import { type LabSaid, labAskedSchema } from "./messages";
import { circumstances, labReportOf } from "./report";

const listeners = 20;

function say(said: LabSaid): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(said, () => resolve());
  });
}

const preparing = (line: string) =>
  void say({
    kind: "progress",
    progress: { phase: "preparing", says: line.slice(0, limits.loadRunSaysCharsMax), windows: [] },
  });

const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort(new Error("The run was told to stop.")));

const [message] = await once(process, "message");
const { options, judgedBy, dataDir, pages, live } = labAskedSchema.parse(message);
const { webs, realtimes, workers, tickets } = options;
const stack = await startOwnStack({
  // One folder a size: a database once seeded is taken again.
  dataDir: join(dataDir, `tickets-${tickets}`),
  webs,
  realtimes,
  workers,
  tickets,
  pages,
  live,
  signal: stopping.signal,
  report: preparing,
});
const stopped = once(stopping.signal, "abort").then(() => null);
try {
  const on = await circumstances(stack);
  const running = targetOf(stack).then((target) =>
    runLoad(
      {
        scenario: options.scenario,
        "minutes-scale": options.minutesScale,
        listeners,
        thresholds: thresholdsOf(judgedBy),
      },
      {
        ...target,
        told: (windows) =>
          void say({
            kind: "progress",
            progress: {
              phase: "running",
              says: "",
              windows: windows.slice(-limits.loadRunWindowsMax),
            },
          }),
      },
    ),
  );
  const found = await Promise.race([running, stopped]);
  if (found !== null) await say({ kind: "report", report: labReportOf(options, found, on) });
  else process.exitCode = 1;
} finally {
  await closePools();
  await closeValkey();
  await stack.stop();
}
process.exit();
