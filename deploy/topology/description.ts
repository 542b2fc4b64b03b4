import { apiPolicy, type Tier, tiers, workerPolicy, workerRules } from "@/modules/capacity/client";
import { limits } from "@/platform/limits";
import { type QueueName, type QueueRule, queues } from "@/platform/queues/registry";
import { ports } from "./ports";

/** The tiers that can be started and deployed; what is beyond the last of them is predicted only. */
export const tierNames = ["small", "medium", "large"] as const;
export type TierName = (typeof tierNames)[number];

export type Share = { readonly cpu: number; readonly memoryMb: number };

/** How a part grows; null where its tier stands still. */
type Scaling =
  | { readonly signal: "cpu"; readonly policy: typeof apiPolicy }
  | { readonly signal: "connections"; readonly perServer: number }
  | { readonly signal: "waiting"; readonly queues: readonly QueueName[] };

/** One kind of process of ours, as every engine must run it. */
export type Part = {
  readonly kind: "web" | "realtime" | "worker";
  readonly name: string;
  readonly count: number;
  readonly countMax: number;
  readonly port: number;
  /** Where it takes mail by SMTP; null for parts that read no mail. */
  readonly mailPort: number | null;
  /** What one process is promised: the shares of a row's processes add up to the row. */
  readonly share: Share;
  /** What one process may take at most: one server of the row. */
  readonly limit: Share;
  /** Of a worker; none means all. */
  readonly queues: readonly QueueName[];
  readonly scaling: Scaling | null;
};

export const purposes = ["cache", "queue", "session", "realtime"] as const;

/** One store of Valkey and the purposes that it serves. */
export type Store = {
  readonly name: string;
  readonly purposes: readonly (typeof purposes)[number][];
  readonly share: Share;
  readonly maxmemoryMb: number;
  readonly policy: "noeviction" | "volatile-lru";
  /** Whether what it holds must survive a restart. */
  readonly persistent: boolean;
};

export type Topology = {
  readonly tier: TierName;
  readonly carries: Tier["carries"];
  readonly parts: readonly Part[];
  readonly database: { readonly share: Share; readonly replicas: number };
  readonly stores: readonly Store[];
};

const mb = 1024;
const figures: Readonly<Record<string, QueueRule>> = queues;
/** The founding three; each leads a kind of worker, and our queues go with that of their priority. */
const leads = [
  { name: "worker-promises", lead: "sla-checks" },
  { name: "worker-messages", lead: "notifications" },
  { name: "worker-figures", lead: "analytics" },
] as const;

function queuesOf(lead: QueueName): QueueName[] {
  const { priority } = queues[lead];
  const all = Object.keys(queues).filter((name): name is QueueName => name in queues);
  return [lead, ...all.filter((name) => name !== lead && figures[name]?.priority === priority)];
}

const serverOf = ({ cpu, memoryGb }: Tier["api"]): Share => ({ cpu, memoryMb: memoryGb * mb });

function divided({ count, cpu, memoryGb }: Tier["api"], processes: number): Share {
  const part = Math.min(1, count / processes);
  return { cpu: Math.floor(cpu * part * 100) / 100, memoryMb: Math.floor(memoryGb * mb * part) };
}

function workersOf(row: Tier["workers"], grows: boolean): Part[] {
  const common = { kind: "worker", port: ports.worker, limit: serverOf(row) } as const;
  if (!grows) {
    const counts = { count: row.count, countMax: row.count, mailPort: ports.mail };
    const one = { name: "worker", ...counts, queues: [] };
    return [{ ...common, ...one, share: serverOf(row), scaling: null }];
  }
  const processes = leads.reduce((sum, { lead }) => sum + workerRules[lead].replicasBase, 0);
  return leads.map(({ name, lead }) => {
    const { min, max } = workerPolicy(lead);
    const own = queuesOf(lead);
    return {
      ...common,
      name,
      count: min,
      countMax: max,
      queues: own,
      mailPort: own.includes("mail-in") ? ports.mail : null,
      share: divided(row, processes),
      scaling: { signal: "waiting", queues: own },
    };
  });
}

/** One store where one is paid for, one a purpose above that; a shared one may evict nothing. */
function storesOf(valkey: Tier["valkey"]): Store[] {
  const row = "cluster" in valkey ? { count: 1, cpu: 4, memoryGb: 8 } : valkey;
  const apart = row.cpu > 1;
  const groups = apart ? purposes.map((purpose) => [purpose]) : [[...purposes]];
  const share = divided(row, groups.length);
  return groups.map((own) => ({
    name: apart ? `valkey-${own[0]}` : "valkey",
    purposes: own,
    share,
    // Beside the data a store needs room for copies on write, buffers and its own code.
    maxmemoryMb: Math.floor(share.memoryMb * 0.75),
    policy: apart && own[0] === "cache" ? "volatile-lru" : "noeviction",
    persistent: own.includes("queue") || own.includes("session"),
  }));
}

/** Standbys that serve reads: none is in the founding rows below the last, and one host has no use for any. */
const replicasOf: Readonly<Record<TierName, number>> = { small: 0, medium: 1, large: 2 };

/** What runs at a tier: the founding tables and rules as one description (docs/decisions/0020). */
export function topologyOf(tier: TierName): Topology {
  const row = tiers.find((each) => each.tier === tier);
  if (row === undefined) throw new Error(`The founding tables have no row ${tier}`);
  // The rule's minimum of two servers is the autoscaler's, which begins where the row has two.
  const grows = row.api.count >= apiPolicy.min;
  const web: Part = {
    kind: "web",
    name: "web",
    count: row.api.count,
    countMax: grows ? apiPolicy.max : row.api.count,
    port: ports.web,
    mailPort: null,
    share: serverOf(row.api),
    limit: serverOf(row.api),
    queues: [],
    scaling: grows ? { signal: "cpu", policy: apiPolicy } : null,
  };
  const realtime: Part = {
    ...web,
    kind: "realtime",
    name: "realtime",
    count: row.realtime.count,
    countMax: grows ? limits.realtimeReplicasMax : row.realtime.count,
    port: ports.realtime,
    share: serverOf(row.realtime),
    limit: serverOf(row.realtime),
    scaling: grows
      ? {
          signal: "connections",
          perServer: (limits.socketsPerServerMax * apiPolicy.scaleUp.above) / 100,
        }
      : null,
  };
  return {
    tier,
    carries: row.carries,
    parts: [web, realtime, ...workersOf(row.workers, grows)],
    database: { share: serverOf(row.database), replicas: replicasOf[tier] },
    stores: storesOf(row.valkey),
  };
}

/** The names of a part's processes: `web-1`, `web-2`. */
export const processNames = ({ name, count }: Part): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
