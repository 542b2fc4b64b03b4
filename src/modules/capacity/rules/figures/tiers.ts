/**
 * The founding tables for capacity planning: what each tier carries, what it runs on and what that
 * costs a month in dollars (scalability-strategy.md, "Capacity Planning"). The last tier is written
 * there with a plus sign: its figures are where it begins, and there is nothing larger.
 */

export const loadInputs = [
  "monthlyActiveUsers",
  "ticketsPerDay",
  "connections",
  "requestsPerMinute",
] as const;
export type LoadInput = (typeof loadInputs)[number];

/** How much is asked of an installation, in the four measures that the founding tables use. */
export type Load = Readonly<Record<LoadInput, number>>;

export interface Servers {
  readonly count: number;
  readonly cpu: number;
  readonly memoryGb: number;
}

export interface MonthlyCost {
  readonly compute: number;
  readonly database: number;
  readonly cache: number;
  readonly storage: number;
  /** The table's own rounded figure ("~$1,500"); it may differ from the sum of the four. */
  readonly total: number;
}

export interface Tier {
  readonly tier: "small" | "medium" | "large" | "enterprise";
  readonly carries: Load;
  readonly openEnded: boolean;
  readonly api: Servers;
  readonly realtime: Servers;
  readonly workers: Servers;
  readonly database: Servers;
  readonly databaseReplicas: boolean;
  readonly valkey: Servers | { readonly cluster: true };
  readonly monthlyCost: MonthlyCost;
}

const servers = (count: number, cpu: number, memoryGb: number): Servers => ({
  count,
  cpu,
  memoryGb,
});

/** Smallest first. */
export const tiers: readonly [Tier, ...Tier[]] = [
  {
    tier: "small",
    carries: {
      monthlyActiveUsers: 1_000,
      ticketsPerDay: 100,
      connections: 100,
      requestsPerMinute: 500,
    },
    openEnded: false,
    api: servers(1, 1, 1),
    realtime: servers(1, 1, 1),
    workers: servers(1, 1, 1),
    database: servers(1, 2, 4),
    databaseReplicas: false,
    valkey: servers(1, 1, 1),
    monthlyCost: { compute: 50, database: 25, cache: 10, storage: 10, total: 100 },
  },
  {
    tier: "medium",
    carries: {
      monthlyActiveUsers: 10_000,
      ticketsPerDay: 1_000,
      connections: 1_000,
      requestsPerMinute: 5_000,
    },
    openEnded: false,
    api: servers(2, 2, 2),
    realtime: servers(2, 2, 2),
    workers: servers(2, 2, 2),
    database: servers(1, 4, 8),
    databaseReplicas: false,
    valkey: servers(1, 2, 4),
    monthlyCost: { compute: 200, database: 100, cache: 50, storage: 25, total: 400 },
  },
  {
    tier: "large",
    carries: {
      monthlyActiveUsers: 100_000,
      ticketsPerDay: 10_000,
      connections: 10_000,
      requestsPerMinute: 50_000,
    },
    openEnded: false,
    api: servers(4, 4, 4),
    realtime: servers(4, 4, 4),
    workers: servers(4, 2, 2),
    database: servers(1, 8, 16),
    databaseReplicas: false,
    valkey: servers(1, 4, 8),
    monthlyCost: { compute: 800, database: 400, cache: 200, storage: 100, total: 1_500 },
  },
  {
    tier: "enterprise",
    carries: {
      monthlyActiveUsers: 1_000_000,
      ticketsPerDay: 100_000,
      connections: 100_000,
      requestsPerMinute: 500_000,
    },
    openEnded: true,
    api: servers(10, 4, 4),
    realtime: servers(10, 4, 4),
    workers: servers(10, 2, 2),
    database: servers(1, 16, 32),
    databaseReplicas: true,
    valkey: { cluster: true },
    monthlyCost: { compute: 3_000, database: 1_500, cache: 500, storage: 500, total: 6_000 },
  },
];
