import { nowMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import type { Lifecycle } from "@/platform/process";
import { watchCalm } from "@/platform/telemetry";
import { readingsNow } from "./gather";
import { measureProcess } from "./own-gauges";
import { type Reading, samplesBetween } from "./sample";
import { writeSlowCalls } from "./slow-calls";
import { writeSamples } from "./store";

/**
 * Writes down every ten seconds what this process measured, until it ends. Requests never wait for
 * it. What could not be written is written with the next span: the counters still hold it.
 */
export function recordMeasures(life: Lifecycle, kind: "web" | "worker" | "realtime"): void {
  const { PROCESS_ID } = env();
  const processId = PROCESS_ID === "" ? newId() : PROCESS_ID;
  measureProcess();
  const calm = watchCalm();
  life.checkReady("event loop", calm.check);
  let written: readonly Reading[] = [];
  /** What stood when the span began that was written last: a span that is written twice holds both. */
  let span: { atMs: number; from: readonly Reading[] } = { atMs: 0, from: [] };
  let spans = 0;
  let writing: Promise<void> | undefined;
  const write = async () => {
    const readings = await readingsNow();
    const atMs = Math.floor(nowMs() / limits.metricSpanMs) * limits.metricSpanMs;
    const from = span.atMs === atMs ? span.from : written;
    const samples = samplesBetween(from, readings).map((sample) => ({
      ...sample,
      atMs,
      processId,
      processKind: kind,
    }));
    await writeSamples(10, samples);
    written = readings;
    span = { atMs, from };
    spans += 1;
    if (spans % limits.slowCallSpansCount === 0) await writeSlowCalls(processId);
  };
  const once = (): Promise<void> => {
    writing ??= write()
      .catch((err) => log().debug({ err }, "measures were not written; they go with the next"))
      .finally(() => {
        writing = undefined;
      });
    return writing;
  };
  const first = setTimeout(() => void once(), limits.metricFirstMs);
  const timer = setInterval(() => void once(), limits.metricSpanMs);
  first.unref();
  timer.unref();
  life.onDrain("finish", "measures", async () => {
    clearTimeout(first);
    clearInterval(timer);
    calm.stop();
    await once();
  });
}
