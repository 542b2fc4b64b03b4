import { Agent, request } from "node:http";
import { monotonicMs } from "@/platform/clock";
import { type Answer, type Ask, dataIn, type Journey, type Tools } from "../scenarios/journeys";
import type { Clock } from "./clock";
import type { Reading } from "./statistics";

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
/** Longer than the product itself lets a request take. */
const patienceMs = 20_000;

/** Asks once and never again: who does not try twice hides no failure. */
function askOnce(url: string, cookie: string, ask: Ask): Promise<Answer> {
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 0, data: undefined });
    const headers = {
      cookie,
      ...(ask.body === null
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(ask.body) }),
    };
    const asked = request(
      new URL(ask.path, url),
      { method: ask.method, headers, agent, timeout: patienceMs },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, data: dataIn(text) }));
        answer.on("error", failed);
      },
    );
    asked.on("timeout", () => asked.destroy());
    asked.on("error", failed);
    asked.end(ask.body);
  });
}

export type Visiting = {
  url: () => string;
  cookieOf: (audience: Journey["audience"], visitor: number) => string;
  tools: Tools;
  clock: Clock;
  thinkMs: { min: number; max: number };
  /** Hears of every request: the ledger, and the statistics. */
  told: (ask: Ask, answer: Answer, reading: Reading) => void;
};

/** One visit of a journey. The first request counts from when the visit was due. */
export async function visitAs(
  journey: Journey,
  visitor: number,
  dueMs: number,
  about: Visiting,
): Promise<void> {
  const { url, cookieOf, tools, clock, thinkMs, told } = about;
  const cookie = cookieOf(journey.audience, visitor);
  const steps = journey.visit(tools);
  let step = steps.next();
  let startMs = dueMs;
  while (!step.done) {
    const ask = step.value;
    const answer = await askOnce(url(), cookie, ask);
    const reading = {
      operation: ask.operation,
      startMs,
      ms: monotonicMs() - startMs,
      failed: answer.status !== 200,
    };
    told(ask, answer, reading);
    await clock.sleep(thinkMs.min + tools.random() * (thinkMs.max - thinkMs.min));
    startMs = clock.nowMs();
    step = steps.next(answer);
  }
}
