type Failed = { id: string; name: string; reason: string; failedAtMs: number };

export type FailedFor = {
  reason: string;
  /** What kinds of jobs, by name. */
  names: string[];
  ids: string[];
  newestMs: number;
};

/** Numbers and ids differ from job to job; what is wrong is the same. */
const alike = (reason: string) => reason.replaceAll(/[0-9a-f-]{8,}|\d+/gi, "…");

/** What failed by why, the most frequent first: fifty times one cause is one thing to mend. */
export function byReason(jobs: readonly Failed[]): FailedFor[] {
  const groups = new Map<string, Failed[]>();
  for (const job of jobs)
    groups.set(alike(job.reason), [...(groups.get(alike(job.reason)) ?? []), job]);
  return [...groups.values()]
    .map((group) => ({
      reason: group[0]?.reason ?? "",
      names: [...new Set(group.map(({ name }) => name))].sort(),
      ids: group.map(({ id }) => id),
      newestMs: Math.max(...group.map(({ failedAtMs }) => failedAtMs)),
    }))
    .sort((a, b) => b.ids.length - a.ids.length || b.newestMs - a.newestMs);
}
