import type { RequestRow } from "../../schema";

/** Until when a solved request can be opened again; null where that is no question or too late. */
export function reopensUntil(
  row: Pick<RequestRow, "status" | "resolvedAt">,
  windowMs: number,
  now: Date,
): Date | null {
  if (row.status !== "resolved" || row.resolvedAt === null) return null;
  const until = new Date(Date.parse(row.resolvedAt) + windowMs);
  return until > now ? until : null;
}
