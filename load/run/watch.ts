import { readFileSync } from "node:fs";
import { get } from "node:http";
import { monotonicMs } from "@/platform/clock";
import type { Sample } from "./broke";

export type Watched = { name: string; pid: number };

const msPerTick = 10;

function usage(pid: number): { cpuMs: number; rssMb: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick,
      rssMb: (Number(fields[21]) * 4_096) / 1_048_576,
    };
  } catch {
    return undefined;
  }
}

function textOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve) => {
    const asked = get(url, { headers, agent: false, timeout: 2_000 }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => resolve(answer.statusCode === 200 ? text : ""));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(""));
  });
}

const figure = (metrics: string, name: string): number | null => {
  const found = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "m").exec(metrics)?.[1];
  return found === undefined ? null : Number(found);
};

function waitingIn(figures: string): number | null {
  const counts = [...figures.matchAll(/"waiting":(\d+)/g)].map(([, count]) => Number(count));
  return counts.length === 0 ? null : counts.reduce((sum, each) => sum + each, 0);
}

export type Watching = {
  processes: () => readonly Watched[];
  /** A worker's address, where there is one that may be asked. */
  worker: string | undefined;
  token: string;
  everyMs: number;
  visitors: () => number;
  /** Hears of every sample as it is taken. */
  told: (sample: Sample) => void;
};

/** Looks at the processes every few seconds until it is told to stop. */
export function watchProcesses(watching: Watching) {
  const { processes, worker, token, everyMs, visitors, told } = watching;
  const samples: Sample[] = [];
  let before = new Map<number, number>();
  let lastMs = monotonicMs();
  let ownDelayMs = 0;
  let expectedMs = monotonicMs();
  const own = setInterval(() => {
    ownDelayMs = Math.max(ownDelayMs, monotonicMs() - expectedMs - 20);
    expectedMs = monotonicMs();
  }, 20);
  const look = async () => {
    const atMs = monotonicMs();
    const elapsedMs = Math.max(1, atMs - lastMs);
    lastMs = atMs;
    const cpu: Record<string, number> = {};
    const rssMb: Record<string, number> = {};
    const now = new Map<number, number>();
    for (const { name, pid } of [...processes(), { name: "load", pid: process.pid }]) {
      const used = usage(pid);
      if (used === undefined) continue;
      now.set(pid, used.cpuMs);
      rssMb[name] = used.rssMb;
      const earlier = before.get(pid);
      if (earlier !== undefined) cpu[name] = (used.cpuMs - earlier) / elapsedMs;
    }
    before = now;
    const atOnce = visitors();
    const delayMs = ownDelayMs;
    ownDelayMs = 0;
    const figures =
      worker === undefined
        ? ""
        : await textOf(`${worker}/internal/scaling`, { authorization: `Bearer ${token}` });
    const metrics = worker === undefined ? "" : await textOf(`${worker}/metrics`);
    const sample: Sample = {
      atMs,
      visitors: atOnce,
      cpu,
      rssMb,
      waitingJobs: waitingIn(figures),
      outboxMs: figure(metrics, "insightdesk_outbox_age_ms"),
      ownDelayMs: delayMs,
    };
    samples.push(sample);
    told(sample);
  };
  const timer = setInterval(() => void look(), everyMs);
  return {
    samples,
    stop: async () => {
      clearInterval(timer);
      clearInterval(own);
      await look();
    },
  };
}
