import { Agent, request } from "node:http";
import type { Request } from "autocannon";
import * as z from "zod";
import { monotonicMs } from "@/platform/clock";
import type { Child } from "../bench/child";

const spent = z.object({ cpuMs: z.number() });

/** What a turn took of the server's CPU, of all its threads, and how long it lasted. */
export type Turn = { readonly cpuMs: number; readonly ms: number };

export type Served = {
  /** CPU of the server since its start, as the system tells it, to the microsecond. */
  cpuMs(): Promise<number>;
  /** Asks `count` times, `connections` at once, over connections that stay open between the turns. */
  turn(count: number): Promise<Turn>;
  close(): void;
};

type Asked = { readonly cookie: string; readonly requests: readonly Request[] };

export function serve(child: Child, { cookie, requests }: Asked, connections: number): Served {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const { method = "GET", path = "/" } = requests[next++ % requests.length] ?? {};
      const sent = request(
        new URL(path, child.url),
        { method, agent, headers: { cookie } },
        (res) => {
          if (res.statusCode !== 200)
            reject(new Error(`${path} was answered by ${res.statusCode}: nothing is measured.`));
          res.on("end", resolve);
          res.on("error", reject);
          res.resume();
        },
      );
      sent.on("error", reject);
      sent.end();
    });
  const cpuMs = async () => spent.parse(await child.ask("cpu")).cpuMs;
  return {
    cpuMs,
    turn: async (count) => {
      const startedAtMs = monotonicMs();
      const before = await cpuMs();
      let left = count;
      const person = async () => {
        while (left-- > 0) await ask();
      };
      await Promise.all(Array.from({ length: connections }, person));
      return { cpuMs: (await cpuMs()) - before, ms: monotonicMs() - startedAtMs };
    },
    close: () => agent.destroy(),
  };
}
