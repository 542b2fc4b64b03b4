import type { Readable } from "node:stream";
import { nowMs } from "@/platform/clock";
import { type ErrorCode, errorRules, isAppError } from "@/platform/errors";
import { readRange } from "./byte-range";
import { type LocalStorage, localFilesPath } from "./local-storage";
import { servingHeaders } from "./serving-headers";
import { type Grant, verifiedGrant } from "./signature";
import { isStorageKey } from "./storage";

/** A request for a file of the folder, whichever server received it. */
export type FilesRequest = {
  method: string;
  url: URL;
  header(name: string): string | undefined;
  body: AsyncIterable<Uint8Array> | null;
};

export type FilesAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Readable | string | null;
};

function refused(code: ErrorCode, status: number = errorRules[code].http): FilesAnswer {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify({ error: { code, message: errorRules[code].words } }),
  };
}

async function take(
  storage: LocalStorage,
  grant: Extract<Grant, { method: "PUT" }>,
  request: FilesRequest,
): Promise<FilesAnswer> {
  const length = request.header("content-length");
  if (length === undefined) return refused("malformed_request", 411);
  if (Number(length) > grant.bytes) return refused("payload_too_large");
  if (Number(length) !== grant.bytes || request.body === null) return refused("upload_incomplete");
  try {
    await storage.write(grant.key, grant.bytes, request.body);
  } catch (error) {
    if (isAppError(error)) return refused(error.code);
    throw error;
  }
  return { status: 204, headers: { "cache-control": "no-store" }, body: null };
}

async function give(
  storage: LocalStorage,
  grant: Extract<Grant, { method: "GET" }>,
  request: FilesRequest,
): Promise<FilesAnswer> {
  const found = await storage.head(grant.key);
  if (found === null) return refused("attachment_not_found");
  const headers = servingHeaders(grant);
  const range = readRange(request.header("range"), found.bytes);
  if (range === "unsatisfiable") {
    return { status: 416, headers: { "content-range": `bytes */${found.bytes}` }, body: null };
  }
  const { start, end } = range ?? { start: 0, end: found.bytes - 1 };
  const length = { "content-length": String(end - start + 1) };
  const part = range && { "content-range": `bytes ${start}-${end}/${found.bytes}` };
  return {
    status: range === null ? 200 : 206,
    headers: { ...headers, ...length, ...part },
    body: request.method === "HEAD" ? null : await storage.open(grant.key, range ?? undefined),
  };
}

/** Answers a signed link; null when the address is none of ours. */
export async function answerFiles(
  storage: LocalStorage,
  secrets: readonly string[],
  request: FilesRequest,
): Promise<FilesAnswer | null> {
  if (!request.url.pathname.startsWith(localFilesPath)) return null;
  const key = request.url.pathname.slice(localFilesPath.length);
  if (!isStorageKey(key)) return null;
  const { method, url } = request;
  const grant = verifiedGrant({ method, key, query: url.searchParams }, secrets, nowMs());
  if (grant === "invalid") return refused("attachment_not_found");
  if (grant === "expired") return refused("link_expired");
  return grant.method === "PUT" ? take(storage, grant, request) : give(storage, grant, request);
}
