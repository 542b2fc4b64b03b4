import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

/** What a request's address asks for, as the stock links write it. */
export type Target = {
  paths: readonly string[];
  isBatch: boolean;
  search: URLSearchParams;
  /** For logs and the request context: the procedure, or `batch`. */
  operation: string;
  /** The percent signs mean nothing; the request is refused once it has a context. */
  unreadable: boolean;
};

const noSearch = new URLSearchParams();

/** Reads what follows `/api/trpc/`: `tickets.list,views.counts?batch=1&input=...`. */
export function parseTarget(rest: string): Target {
  const mark = rest.indexOf("?");
  const search = mark === -1 ? noSearch : new URLSearchParams(rest.slice(mark + 1));
  const isBatch = search.get("batch") === "1";
  const { path, unreadable } = decoded(mark === -1 ? rest : rest.slice(0, mark));
  const paths = isBatch ? path.split(",") : [path];
  const operation = paths.length > 1 ? "batch" : path.slice(0, limits.procedureNameCharsMax);
  return { paths, isBatch, search, operation, unreadable };
}

function decoded(path: string): { path: string; unreadable: boolean } {
  if (!path.includes("%")) return { path, unreadable: false };
  try {
    return { path: decodeURIComponent(path), unreadable: false };
  } catch {
    return { path, unreadable: true };
  }
}

/** @throws AppError `malformed_request` */
export function checkReadable(target: Target): void {
  if (target.unreadable) {
    throw new AppError("malformed_request", { detail: { reason: "broken percent encoding" } });
  }
}
