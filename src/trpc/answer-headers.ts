import { env } from "@/platform/env";
import type { TrpcContext } from "./context";

/** The headers that our context adds to an answer, whichever server writes it. */
export function answerHeaders(ctx: TrpcContext | undefined): [name: string, value: string][] {
  const headers: [string, string][] = [["x-content-type-options", "nosniff"]];
  if (ctx === undefined) return headers;
  headers.push(["x-request-id", ctx.requestId]);
  headers.push(["x-version", env().APP_VERSION]);
  headers.push(...ctx.responseHeaders);
  if (ctx.isPersonal()) headers.push(["cache-control", "no-store"]);
  for (const cookie of ctx.setCookies) headers.push(["set-cookie", cookie]);
  return headers;
}
