import { initTRPC } from "@trpc/server";
import { requestContext } from "@/platform/process";
import type { TrpcContext } from "./context";
import { wireError } from "./errors";

export type ProcedureMeta = {
  /** How many points of its caller's limit a call takes; 1 unless it is dear to us. */
  cost?: number;
  /** The body is a form or a file and not JSON; such a procedure parses it itself. */
  body?: "form";
};

/**
 * No transformer: answers are JSON as it is, and times travel as ISO strings (each transformer
 * costs about as much CPU as the statement that it carries). Never a stack, in development either.
 */
export const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ error, path, ctx }) =>
      wireError(error, path, ctx?.requestId ?? requestContext()?.requestId ?? null),
  });

export const { router, mergeRouters, createCallerFactory } = t;
