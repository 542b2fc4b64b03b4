import type { IncomingMessage, ServerResponse } from "node:http";
import type { AnyProcedure, AnyRouter } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { getProcedureAtPath } from "@trpc/server/unstable-core-do-not-import";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { withRequestContext } from "@/platform/process";
import { measureResponse, operationName } from "@/platform/telemetry";
import { requestSpan } from "@/platform/tracing";
import { answerHeaders } from "@/trpc/answer-headers";
import { openContext, type ReadSession, type TrpcContext } from "@/trpc/context";
import { callerAddress, checkJsonDepth, checkRequest } from "@/trpc/guards";
import { reportFailure } from "@/trpc/report";
import { takesForm } from "@/trpc/takes-form";
import { checkReadable, parseTarget, type Target } from "@/trpc/target";
import { type Answer, answerCalls, answerRefusal } from "./calls";
import { letItFinish, readBody } from "./read-body";

export type Api = { router: AnyRouter; readSession: ReadSession };

type Exchange = { api: Api; req: IncomingMessage; res: ServerResponse; ctx: TrpcContext };

/**
 * Answers the stock links' requests straight from node's req and res: tRPC's own adapter makes web
 * requests, responses and streams of them first, which costs more CPU than most procedures.
 * `rest` is what follows `/api/trpc/` in the address.
 */
export async function handleTrpc(
  api: Api,
  req: IncomingMessage,
  res: ServerResponse,
  rest: string,
): Promise<void> {
  if (req.method === "HEAD") {
    res.writeHead(204).end();
    return;
  }
  const target = parseTarget(rest);
  const { method = "", socket } = req;
  const header = headerOf(req);
  const address = callerAddress(header("x-forwarded-for"), socket.remoteAddress, env().PROXY_HOPS);
  const facts = { method, operation: target.operation, header, address };
  const ctx = openContext(facts, api.readSession);
  const answered = measureResponse(res, target.operation);
  res.once("close", () => {
    answered();
    ctx.close();
    if (!res.writableFinished) ctx.abandon();
  });
  const exchange = { api, req, res, ctx };
  await withRequestContext(ctx, () =>
    requestSpan(`${method} ${operationName(target.operation)}`, ctx.requestId, async () => {
      try {
        const answer = await serve(exchange, target);
        if (answer !== null) send(exchange, answer);
      } catch (thrown) {
        send(exchange, answerRefusal(api.router, ctx, thrown));
      }
    }),
  );
}

const headerOf = (req: IncomingMessage) => (name: string) => {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
};

/** null when tRPC's own adapter has written the answer. */
async function serve(exchange: Exchange, target: Target): Promise<Answer | null> {
  const { api, req, ctx } = exchange;
  const { method = "", url = "" } = req;
  const { paths, isBatch, search } = target;
  const procedures = await Promise.all(paths.map((path) => procedureAt(api.router, path)));
  const form = !isBatch && takesForm(procedures[0] ?? null);
  const header = headerOf(req);
  checkRequest({ method, header, url, paths, takesForm: form });
  checkReadable(target);
  if (form) return serveWithStock(exchange, paths);
  const inputText =
    method === "POST"
      ? await Promise.race([readBody(req), ctx.expired])
      : (search.get("input") ?? undefined);
  if (method === "GET") checkJsonDepth(inputText ?? "");
  if (wantsStream(header, search, procedures)) {
    // The stock adapter takes a text under this name for a body that was read already.
    if (method === "POST") Object.assign(req, { body: inputText });
    return serveWithStock(exchange, paths);
  }
  const { router } = api;
  return answerCalls({ router, ctx, method, isBatch, paths, procedures, inputText });
}

const procedureAt = (router: AnyRouter, path: string) => {
  const known: AnyProcedure | undefined = router._def.procedures[path];
  return known ?? getProcedureAtPath(router, path);
};

/** What the thin handler does not speak: streamed batches, subscriptions, connection parameters. */
function wantsStream(
  header: (name: string) => string | undefined,
  search: URLSearchParams,
  procedures: readonly (AnyProcedure | null)[],
): boolean {
  return (
    header("trpc-accept") !== undefined ||
    header("accept")?.includes("application/jsonl") === true ||
    search.has("connectionParams") ||
    procedures.some((procedure) => procedure?._def.type === "subscription")
  );
}

async function serveWithStock(
  { api, req, res, ctx }: Exchange,
  paths: readonly string[],
): Promise<null> {
  await nodeHTTPRequestHandler({
    req,
    res,
    path: encodeURIComponent(paths.join(",")),
    router: api.router,
    createContext: () => ctx,
    maxBodySize: limits.requestBodyBytesMax,
    maxBatchSize: limits.batchCallsMax,
    onError: ({ error, path: failed }) => reportFailure({ error, path: failed, ctx }),
    responseMeta: () => ({ headers: new Headers(answerHeaders(ctx)) }),
  });
  return null;
}

function send({ req, res, ctx }: Exchange, { status, body }: Answer): void {
  if (res.destroyed || res.headersSent) return;
  res.setHeader("content-type", "application/json");
  res.setHeader("vary", "trpc-accept, accept");
  res.setHeader("content-length", Buffer.byteLength(body));
  for (const [name, value] of answerHeaders(ctx)) {
    if (name === "set-cookie") res.appendHeader(name, value);
    else res.setHeader(name, value);
  }
  res.statusCode = status;
  res.end(body);
  letItFinish(req);
}
