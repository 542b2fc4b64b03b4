import { hostname } from "node:os";
import { nowMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import type { Lifecycle } from "@/platform/process";
import { cpuMeter } from "@/platform/telemetry";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";
import type { ProcessReport } from "./report";

/** Says every few seconds that this process lives and how it is, until it ends. */
export function reportProcess(
  life: Lifecycle,
  about: { kind: ProcessReport["kind"]; port: number },
  connections?: () => number,
): void {
  const { PROCESS_ID, APP_VERSION } = env();
  const id = PROCESS_ID === "" ? newId() : PROCESS_ID;
  const startedAtMs = nowMs();
  const cpuShare = cpuMeter();
  const key = keyOf("process");
  const report = async () => {
    const { state, checks } = await life.readiness();
    const said: ProcessReport = {
      id,
      ...about,
      pid: process.pid,
      host: hostname(),
      version: APP_VERSION,
      startedAtMs,
      atMs: nowMs(),
      state,
      cpuShare: cpuShare(),
      rssBytes: process.memoryUsage.rss(),
      checks,
      ...(connections === undefined ? {} : { connections: connections() }),
    };
    const store = valkey("realtime");
    await store
      .multi()
      .hset(key, id, JSON.stringify(said))
      .pexpire(key, lifetimeMs("process"))
      .exec();
  };
  const tell = () => void report().catch((err) => log().debug({ err }, "not reported"));
  tell();
  const timer = setInterval(tell, limits.processReportMs);
  life.onDrain("finish", "process report", async () => {
    clearInterval(timer);
    await valkey("realtime")
      .hdel(key, id)
      .catch(() => undefined);
  });
}
