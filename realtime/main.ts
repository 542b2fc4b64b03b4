import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { installProcess } from "@/platform/process";
import { startRealtime } from "./start";

await installProcess({
  kind: "realtime",
  log,
  start: async (life) => void (await startRealtime(life)),
  drainMsMax: limits.drainMsMax,
});
