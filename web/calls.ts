import type { AnyProcedure, AnyRouter } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import {
  getErrorShape,
  getHTTPStatusCode,
  getTRPCErrorFromUnknown,
  isAsyncIterable,
  isObject,
  isPromise,
  type TRPCResponse,
  transformTRPCResponse,
} from "@trpc/server/unstable-core-do-not-import";
import { isAppError } from "@/platform/errors";
import type { TrpcContext } from "@/trpc/context";
import { asTrpcError } from "@/trpc/errors";
import { reportFailure } from "@/trpc/report";
import { memoInputs } from "./inputs";

export type Calls = {
  router: AnyRouter;
  ctx: TrpcContext;
  method: string;
  isBatch: boolean;
  paths: readonly string[];
  /** One a path; null where the router has none. */
  procedures: readonly (AnyProcedure | null)[];
  inputText: string | undefined;
};

export type Answer = { status: number; body: string };

/** Runs the calls of one request side by side and words the answer as tRPC's own adapters do. */
export async function answerCalls(calls: Calls): Promise<Answer> {
  checkOneType(calls.procedures);
  const inputs = memoInputs(calls);
  const results = await Promise.all(calls.paths.map((_, index) => call(calls, index, inputs)));
  const [first] = results;
  const response = calls.isBatch || first === undefined ? results : first;
  return word(calls.router, response, getHTTPStatusCode(results));
}

/** The answer to a request that was refused as a whole. */
export function answerRefusal(router: AnyRouter, ctx: TrpcContext, thrown: unknown): Answer {
  const response = errorResponse({ router, ctx }, thrown, undefined, "unknown");
  return word(router, response, getHTTPStatusCode(response));
}

const word = (router: AnyRouter, response: TRPCResponse | TRPCResponse[], status: number) => ({
  status,
  body: JSON.stringify(transformTRPCResponse(router._def._config, response)),
});

function checkOneType(procedures: Calls["procedures"]): void {
  const types = new Set(procedures.flatMap((procedure) => procedure?._def.type ?? []));
  if (types.size > 1) {
    const named = [...types].join(", ");
    throw new TRPCError({
      code: "BAD_REQUEST",
      message: `Cannot mix procedure types in call: ${named}`,
    });
  }
}

async function call(
  calls: Calls,
  index: number,
  inputs: (index: number) => Promise<unknown>,
): Promise<TRPCResponse> {
  const path = calls.paths[index] ?? "";
  const procedure = calls.procedures[index] ?? null;
  try {
    if (procedure === null) {
      throw new TRPCError({ code: "NOT_FOUND", message: `No procedure found on path "${path}"` });
    }
    const { type } = procedure._def;
    if ((type === "mutation") !== (calls.method === "POST")) {
      throw new TRPCError({
        code: "METHOD_NOT_SUPPORTED",
        message: `Unsupported ${calls.method}-request to ${type} procedure at path "${path}"`,
      });
    }
    const data: unknown = await procedure({
      path,
      type,
      ctx: calls.ctx,
      signal: calls.ctx.signal,
      batchIndex: index,
      getRawInput: () => inputs(index),
    });
    if (isDataStream(data)) {
      throw new TRPCError({
        code: "UNSUPPORTED_MEDIA_TYPE",
        message: "Cannot use stream-like response in non-streaming request",
      });
    }
    return { result: { data } };
  } catch (thrown) {
    return errorResponse(calls, thrown, path, procedure?._def.type ?? "unknown");
  }
}

function errorResponse(
  { router, ctx }: Pick<Calls, "router" | "ctx">,
  thrown: unknown,
  path: string | undefined,
  type: AnyProcedure["_def"]["type"] | "unknown",
): TRPCResponse {
  const error = isAppError(thrown) ? asTrpcError(thrown) : getTRPCErrorFromUnknown(thrown);
  reportFailure({ error, path, ctx });
  const config = router._def._config;
  return { error: getErrorShape({ config, error, type, path, ctx, input: undefined }) };
}

/** What JSON would quietly print as `{}`. */
function isDataStream(data: unknown): boolean {
  if (!isObject(data)) return false;
  if (isAsyncIterable(data)) return true;
  for (const part of Object.values(data)) {
    if (isPromise(part) || isAsyncIterable(part)) return true;
  }
  return false;
}
