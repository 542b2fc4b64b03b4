import type { AnyRouter } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import {
  getErrorShape,
  getProcedureAtPath,
  getTRPCErrorFromUnknown,
  transformTRPCResponse,
} from "@trpc/server/unstable-core-do-not-import";
import { env } from "@/platform/env";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { withRequestContext } from "@/platform/process";
import { answerHeaders } from "./answer-headers";
import { openContext, type ReadSession, type TrpcContext } from "./context";
import { asTrpcError } from "./errors";
import {
  callerAddress,
  checkDeclaredBytes,
  checkJsonDepth,
  checkRequest,
  readJsonText,
} from "./guards";
import { reportFailure } from "./report";
import { takesForm } from "./takes-form";
import { checkReadable, parseTarget, type Target } from "./target";

export type Served = { router: AnyRouter; readSession: ReadSession; endpoint: string };

/**
 * The same API behind tRPC's own fetch adapter, with the same guards: so plain `next start` serves
 * the whole product, and the thin handler has something to be compared with.
 */
export async function serveWithStockAdapter(served: Served, request: Request): Promise<Response> {
  if (request.method === "HEAD") return new Response(null, { status: 204 });
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const { pathname, search } = new URL(request.url);
  const target = parseTarget(pathname.slice(served.endpoint.length + 1) + search);
  const address = callerAddress(header("x-forwarded-for"), undefined, env().PROXY_HOPS);
  const facts = { method: request.method, operation: target.operation, header, address };
  const ctx = openContext(facts, served.readSession);
  request.signal.addEventListener("abort", ctx.abandon, { once: true });
  try {
    return await withRequestContext(ctx, () => serve(served, request, target, ctx));
  } catch (thrown) {
    return refused(served.router, ctx, thrown);
  } finally {
    ctx.close();
  }
}

async function serve(served: Served, request: Request, target: Target, ctx: TrpcContext) {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const { router, endpoint } = served;
  const first = await getProcedureAtPath(router, target.paths[0] ?? "");
  const form = !target.isBatch && takesForm(first);
  const url = request.url.slice(new URL(request.url).origin.length);
  checkRequest({ method: request.method, header, url, paths: target.paths, takesForm: form });
  checkReadable(target);
  const response = await fetchRequestHandler({
    endpoint,
    router,
    req: form ? request : await guarded(request, target, ctx.signal),
    createContext: () => ctx,
    maxBatchSize: limits.batchCallsMax,
    onError: ({ error, path }) => reportFailure({ error, path, ctx }),
    responseMeta: () => ({ headers: new Headers(answerHeaders(ctx)) }),
  });
  // tRPC calls the JSON of a refusal of the whole request plain text.
  if (response.headers.get("content-type")?.startsWith("text/plain") === true) {
    response.headers.set("content-type", "application/json");
  }
  return response;
}

/** The request again, with a body that was counted and is not nested too deeply. */
async function guarded(request: Request, target: Target, signal: AbortSignal): Promise<Request> {
  if (request.method === "GET") {
    checkJsonDepth(target.search.get("input") ?? "");
    return request;
  }
  checkDeclaredBytes(request.headers.get("content-length") ?? undefined);
  const body = request.body === null ? "" : await readJsonText(request.body);
  return new Request(request.url, { method: "POST", headers: request.headers, body, signal });
}

/** A refusal of the whole request, as tRPC writes it. */
function refused(router: AnyRouter, ctx: TrpcContext, thrown: unknown): Response {
  const error = isAppError(thrown) ? asTrpcError(thrown) : getTRPCErrorFromUnknown(thrown);
  reportFailure({ error, path: undefined, ctx });
  const config = router._def._config;
  const shape = getErrorShape({
    config,
    error,
    ctx,
    type: "unknown",
    path: undefined,
    input: undefined,
  });
  const headers = new Headers([
    ["content-type", "application/json"],
    ["vary", "trpc-accept, accept"],
    ...answerHeaders(ctx),
  ]);
  const body = JSON.stringify(transformTRPCResponse(config, { error: shape }));
  return new Response(body, { status: shape.data.httpStatus, headers });
}
