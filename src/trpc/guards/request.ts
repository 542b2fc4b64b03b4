import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { readUrl } from "@/platform/shape";

export type GuardedRequest = {
  method: string;
  header: (name: string) => string | undefined;
  /** Path and query as they were sent. */
  url: string;
  /** The procedures, with a batch split at its commas. */
  paths: readonly string[];
  takesForm: boolean;
};

/**
 * What every request must be before anything of it is read; the same for both servers.
 * @throws AppError with the first thing that is wrong.
 */
export function checkRequest(request: GuardedRequest): void {
  const { method, header, url, paths, takesForm } = request;
  if (method !== "GET" && method !== "POST") throw new AppError("method_not_allowed");
  if (url.length > limits.urlBytesMax) {
    throw new AppError("payload_too_large", { detail: { urlBytesMax: limits.urlBytesMax } });
  }
  if (paths.length > limits.batchCallsMax) {
    throw new AppError("batch_too_large", { detail: { batchCallsMax: limits.batchCallsMax } });
  }
  if (method === "POST") {
    checkOrigin(header);
    if (!takesForm) checkIsJson(header("content-type"));
  }
}

/** A form of a foreign site can send the cookie, but not this content type. */
function checkIsJson(contentType: string | undefined): void {
  if (contentType?.startsWith("application/json") === true) return;
  throw new AppError("unsupported_content_type");
}

/**
 * A browser names the origin of every change; only our own pages, and the origins that the
 * environment allows, may make one. A caller that is no browser names none and holds no cookie
 * that it was not given.
 */
function checkOrigin(header: (name: string) => string | undefined): void {
  const origin = header("origin");
  const site = header("sec-fetch-site");
  const foreign =
    origin === undefined
      ? site !== undefined && site !== "same-origin" && site !== "none"
      : !isOurOrigin(origin, header("host"));
  if (foreign) throw new AppError("foreign_origin");
}

/** Whether a page of this origin is ours; the socket's handshake asks the same. */
export function isOurOrigin(origin: string, host: string | undefined): boolean {
  const url = readUrl(origin);
  if (url === null) return false;
  const { PUBLIC_WEB_URL, CORS_ORIGINS } = env();
  const ours = [PUBLIC_WEB_URL, ...CORS_ORIGINS].some((our) => new URL(our).origin === origin);
  return ours || url.host === host;
}
