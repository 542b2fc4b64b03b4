import type { IncomingMessage, ServerResponse } from "node:http";
import { poolPlan } from "@/platform/database";
import { env } from "@/platform/env";
import type { Lifecycle } from "@/platform/process";
import { registry } from "@/platform/telemetry";

type Page = { status: number; type: string; body: string };

const json = (status: number, body: object): Page => ({
  status,
  type: "application/json",
  body: JSON.stringify(body),
});

/** Live says that the process answers; it asks nobody else, so that no outage restarts us all. */
const live = async () => json(200, { status: "live" });

/** Ready says whether traffic should come here, and what of our dependencies answers. */
const ready = async (life: Lifecycle) => {
  const readiness = await life.readiness();
  const { PROCESS_KIND, PROCESS_ID, APP_VERSION } = env();
  const about = { kind: PROCESS_KIND, id: PROCESS_ID, version: APP_VERSION, pool: poolPlan() };
  return json(readiness.ready ? 200 : 503, { ...readiness, ...about });
};

const metrics = async () => {
  const body = await registry().metrics();
  return { status: 200, type: registry().contentType, body };
};

const pages: Readonly<Record<string, (life: Lifecycle) => Promise<Page>>> = {
  "/health/live": live,
  "/health/ready": ready,
  "/metrics": metrics,
};

/** Answers what operators ask of every process; false when the request is about something else. */
export function handleHealth(life: Lifecycle, req: IncomingMessage, res: ServerResponse): boolean {
  const page = pages[(req.url ?? "").split("?", 1)[0] ?? ""];
  if (page === undefined) return false;
  page(life)
    .catch(() => json(500, { status: "unknown" }))
    .then(({ status, type, body }) => {
      res.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      res.end(req.method === "HEAD" ? undefined : body);
    });
  return true;
}
