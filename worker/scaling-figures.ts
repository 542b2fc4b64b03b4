import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { processReports } from "@/platform/processes";
import { type QueueName, queueOf, queues } from "@/platform/queues";

export const scalingPath = "/internal/scaling";

/** What an autoscaler asks for. What is delayed is nobody's backlog: its time has not come. */
type ScalingFigures = {
  queues: Record<string, { waiting: number; active: number }>;
  connections: number;
};

async function depthOf(name: QueueName) {
  const counts = await queueOf(name).getJobCounts("wait", "prioritized", "active");
  const { wait = 0, prioritized = 0, active = 0 } = counts;
  return { waiting: wait + prioritized, active };
}

async function scalingFigures(): Promise<ScalingFigures> {
  const names = Object.keys(queues).filter((name): name is QueueName => name in queues);
  const depths = await Promise.all(names.map(async (name) => [name, await depthOf(name)] as const));
  const reports = await processReports();
  const connections = reports
    .filter(({ silent }) => !silent)
    .reduce((sum, report) => sum + (report.connections ?? 0), 0);
  return { queues: Object.fromEntries(depths), connections };
}

/** Compared in a time that does not tell how much of it was right. */
function isTheToken(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const inTime = <Result>(work: Promise<Result>): Promise<Result> => {
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, limits.readyCheckMsMax, new Error("the stores do not answer")).unref();
  });
  return Promise.race([work, late]);
};

/**
 * `/internal/scaling`: for KEDA, or whoever else carries the policy out. It exists only where a
 * token is set, and the proxy keeps it inside.
 */
export async function answerScaling(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const token = env().INTERNAL_TOKEN;
  const [, given = ""] = /^Bearer (.+)$/.exec(req.headers.authorization ?? "") ?? [];
  if (token === undefined) return void res.writeHead(404).end();
  if (!isTheToken(given, token)) {
    return void res.writeHead(401, { "www-authenticate": "Bearer" }).end();
  }
  try {
    const body = JSON.stringify(await inTime(scalingFigures()));
    res.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
    res.end(body);
  } catch (err) {
    // No number at all: a wrong one would take workers away while work waits.
    log().warn({ err }, "the figures for scaling could not be read");
    res.writeHead(503).end();
  }
}
