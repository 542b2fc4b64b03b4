/** What ends an installation slowly, and from when on somebody should look. Ours: the document has no figure. */
export type Watched = {
  readonly words: string;
  readonly unit: "percent" | "minutes" | "GB";
  /** Of what is measured, one unit. */
  readonly per: number;
  readonly side: "above" | "below";
  readonly warning: number;
  readonly critical: number;
  readonly action: string;
};

export const upkeepWatches = {
  insightdesk_dead_rows_share: {
    words: "Dead rows that are not cleaned",
    unit: "percent",
    per: 0.01,
    side: "above",
    warning: 20,
    critical: 40,
    action: "See whether autovacuum runs and what holds it up: an old transaction or a slot",
  },
  insightdesk_transaction_age_share: {
    words: "Transaction numbers used since the oldest row was frozen",
    unit: "percent",
    per: 0.01,
    side: "above",
    warning: 40,
    critical: 70,
    action:
      "Let autovacuum freeze old rows, or run VACUUM FREEZE, before the database stops itself",
  },
  insightdesk_oldest_transaction_ms: {
    words: "Age of the oldest open transaction",
    unit: "minutes",
    per: 60_000,
    side: "above",
    warning: 10,
    critical: 60,
    action: "End the session that holds it: nothing younger is cleaned until then",
  },
  insightdesk_replication_slot_bytes: {
    words: "Log that is kept for a replication slot",
    unit: "GB",
    per: 2 ** 30,
    side: "above",
    warning: 5,
    critical: 20,
    action: "Bring the replica back, or drop its slot if it is gone for good",
  },
  insightdesk_disk_free_share: {
    words: "Free disk under the files",
    unit: "percent",
    per: 0.01,
    side: "below",
    warning: 15,
    critical: 5,
    action: "Make room or enlarge the disk",
  },
} as const satisfies Record<string, Watched>;

export type UpkeepName = keyof typeof upkeepWatches;
const isUpkeep = (name: string): name is UpkeepName => name in upkeepWatches;
export const upkeepNames: readonly UpkeepName[] = Object.keys(upkeepWatches).filter(isUpkeep);
