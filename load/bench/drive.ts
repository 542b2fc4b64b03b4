import { readFileSync } from "node:fs";
import autocannon, { type Request } from "autocannon";
import { percentile } from "./percentile";

export type Target = { url: string; pid: number };
export type Reading = {
  msP50: number;
  msP95: number;
  msP99: number;
  perSecond: number;
  /** CPU of the process that answers; nothing where the system does not tell. */
  cpuMs: number;
  /** Answers other than 200, and requests without an answer. */
  failures: number;
};

const msPerTick = 10;

/** CPU time that a process has used, from Linux. */
function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  } catch {
    return Number.NaN;
  }
}

type Load = { requests: Request[]; cookie: string; connections: number; seconds: number };

/** Asks as fast as it is answered, with `connections` at once. autocannon itself counts whole milliseconds. */
export function drive({ url, pid }: Target, load: Load): Promise<Reading> {
  const { requests, cookie, connections, seconds: duration } = load;
  const times: number[] = [];
  let refused = 0;
  const before = cpuMsOf(pid);
  return new Promise((resolve, reject) => {
    const options = { url, connections, duration, requests, headers: { cookie } };
    const run = autocannon(options, (error: unknown, result) => {
      if (error) return reject(error);
      const cpuMs = (cpuMsOf(pid) - before) / Math.max(1, times.length);
      times.sort((a, b) => a - b);
      resolve({
        msP50: percentile(times, 0.5),
        msP95: percentile(times, 0.95),
        msP99: percentile(times, 0.99),
        perSecond: times.length / result.duration,
        cpuMs,
        failures: refused + result.errors,
      });
    });
    run.on("response", (_client, status, _bytes, responseMs) => {
      times.push(responseMs);
      if (status !== 200) refused += 1;
    });
  });
}
