import {
  type Load,
  type LoadInput,
  loadInputs,
  type MonthlyCost,
  type Servers,
  type Tier,
  tiers,
} from "./figures/tiers";

export interface Plan {
  readonly tier: Tier["tier"];
  readonly api: Servers;
  readonly realtime: Servers;
  readonly workers: Servers;
  readonly database: Servers;
  readonly valkey: Tier["valkey"];
  readonly monthlyCost: MonthlyCost;
  /** The input that takes the greatest share of what the tier carries; null when nothing comes at all. */
  readonly firstLimit: LoadInput | null;
}

const carriesAll = (tier: Tier, load: Load) =>
  tier.openEnded || loadInputs.every((input) => load[input] <= tier.carries[input]);

/** What reaches the tier's row first if everything grows alike; of equals the one named first. */
function firstLimit(tier: Tier, load: Load): LoadInput | null {
  let first: LoadInput | null = null;
  let shareMax = 0;
  for (const input of loadInputs) {
    const share = load[input] / tier.carries[input];
    if (share > shareMax) {
      first = input;
      shareMax = share;
    }
  }
  return first;
}

/** The smallest tier that carries all four; the tables are an argument because settings may replace them. */
export function planCapacity(load: Load, table: readonly [Tier, ...Tier[]] = tiers): Plan {
  const tier = table.find((each) => carriesAll(each, load)) ?? table[table.length - 1] ?? table[0];
  const { api, realtime, workers, database, valkey, monthlyCost } = tier;
  return {
    tier: tier.tier,
    api,
    realtime,
    workers,
    database,
    valkey,
    monthlyCost,
    firstLimit: firstLimit(tier, load),
  };
}
