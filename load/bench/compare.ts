import { drive, type Reading, type Target } from "./drive";
import type { Operation } from "./operations";
import type { BenchOptions } from "./options";
import { median } from "./percentile";

export type Compared = {
  operation: string;
  connections: number;
  web: Reading;
  floor: Reading;
  /** Medians of the rounds' own ratios: what slows the machine for a while slows both. */
  ratio: { p50: number; cpu: number };
};

const warmSeconds = 1;

function middle(readings: readonly Reading[]): Reading {
  const of = (key: keyof Reading) => median(readings.map((each) => each[key]));
  return {
    msP50: of("msP50"),
    msP95: of("msP95"),
    msP99: of("msP99"),
    perSecond: of("perSecond"),
    cpuMs: of("cpuMs"),
    failures: Math.max(...readings.map((each) => each.failures)),
  };
}

/** Web and floor in turn, changing who is first, so that neither has the better machine. */
export async function compare(
  operation: Operation,
  targets: { web: Target; floor: Target },
  connections: number,
  { rounds, seconds }: Pick<BenchOptions, "rounds" | "seconds">,
): Promise<Compared> {
  const { cookie, requests } = operation;
  const readings: Record<keyof typeof targets, Reading[]> = { web: [], floor: [] };
  const load = { cookie, requests, connections };
  for (const who of ["floor", "web"] as const)
    await drive(targets[who], { ...load, seconds: warmSeconds });
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (["floor", "web"] as const) : (["web", "floor"] as const);
    for (const who of order) readings[who].push(await drive(targets[who], { ...load, seconds }));
  }
  const ratioOf = (key: "msP50" | "cpuMs") =>
    median(readings.web.map((web, round) => web[key] / (readings.floor[round]?.[key] ?? 0)));
  return {
    operation: operation.title,
    connections,
    web: middle(readings.web),
    floor: middle(readings.floor),
    ratio: { p50: ratioOf("msP50"), cpu: ratioOf("cpuMs") },
  };
}
