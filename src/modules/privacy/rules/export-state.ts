type Facts = { readyAt: Date | null; expiresAt: Date };

export type ExportState = "making" | "ready" | "expired";

/** How a copy stands: it is made, there for a while, and then gone. */
export function exportState({ readyAt, expiresAt }: Facts, now: Date): ExportState {
  if (expiresAt <= now) return "expired";
  return readyAt === null ? "making" : "ready";
}

/** Whether a further copy may be asked for: not while one is made, and once a day. */
export function mayAskAgain(
  last: { requestedAt: Date; readyAt: Date | null; expiresAt: Date } | null,
  now: Date,
  everyMs: number,
): boolean {
  if (last === null) return true;
  if (exportState(last, now) === "making") return false;
  return now.getTime() - last.requestedAt.getTime() >= everyMs;
}
