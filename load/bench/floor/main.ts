/**
 * What an answer costs at least: node:http, the same session read, the same limiter call, the same
 * statements in the same transaction, JSON. Nothing else: no procedures, checks, rules or words.
 */
import { createServer, type IncomingMessage } from "node:http";
import { readSession } from "@/platform/auth";
import { callLimiter } from "@/platform/ratelimit";
import type { Plan } from "./plan";
import { runPlan } from "./run-plan";

const plans = new Map<string, Plan>();

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function answer(req: IncomingMessage): Promise<string> {
  const url = req.url ?? "";
  const mark = url.indexOf("?");
  const operation = url.slice(url.lastIndexOf("/", mark) + 1, mark);
  const search = new URLSearchParams(url.slice(mark + 1));
  const input = req.method === "POST" ? await bodyOf(req) : (search.get("input") ?? "{}");
  const asked: { 0?: { number?: number } } = JSON.parse(input);
  const actor = await readSession(req.headers.cookie ?? "");
  if (actor === null) throw new Error("The floor was asked by nobody");
  await callLimiter(actor).consume(actor.id);
  const plan = plans.get(operation);
  if (plan === undefined) throw new Error(`The floor has no plan for ${operation}`);
  const data = await runPlan(plan, asked[0]?.number ?? 0);
  return JSON.stringify([{ result: { data } }]);
}

const server = createServer((req, res) => {
  answer(req).then(
    (body) => {
      res.setHeader("content-type", "application/json");
      res.setHeader("content-length", Buffer.byteLength(body));
      res.end(body);
    },
    (error: unknown) => res.writeHead(500).end(String(error)),
  );
});

process.on("message", (given: readonly Plan[]) => {
  for (const plan of given) plans.set(plan.operation, plan);
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.({ port: typeof address === "object" ? address?.port : 0 });
  });
});
process.on("disconnect", () => process.exit());
// An orderly end, so that a profile of it is written as of the other side.
process.on("SIGTERM", () => process.exit());
