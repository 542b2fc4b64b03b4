import { solveQueue } from "../queueing/solve";
import type { PlanInputs } from "./inputs";

/** Beyond this the answer is no plan, and the search for it would hold the page up. */
export const erlangsPlannedMax = 20_000;

export interface HourOfAgents {
  readonly hour: number;
  readonly ticketsPerHour: number;
  /** Where everybody waits until answered (Erlang C); null beyond what is planned for. */
  readonly patient: number | null;
  /** Where some give up (Erlang A). */
  readonly impatient: number | null;
}

const hourSeconds = 3_600;
const flat = Array.from({ length: 24 }, () => 1 / 24);

type Asked = Pick<
  PlanInputs,
  "load" | "target" | "handleSeconds" | "patienceSeconds" | "hourShares"
>;

function agentsFor(arrivalsPerSecond: number, asked: Asked) {
  const { target, handleSeconds: serviceSeconds, patienceSeconds } = asked;
  if (arrivalsPerSecond === 0) return { patient: 0, impatient: 0 };
  if (arrivalsPerSecond * serviceSeconds > erlangsPlannedMax)
    return { patient: null, impatient: null };
  const traffic = { arrivalsPerSecond, serviceSeconds, target };
  return {
    patient: solveQueue({ model: "erlang-c", ...traffic })?.servers ?? null,
    impatient: solveQueue({ model: "erlang-a", ...traffic, patienceSeconds })?.servers ?? null,
  };
}

/** How many agents it takes in each hour of a day so that the target share is answered in time. */
export function agentsByHour(asked: Asked): HourOfAgents[] {
  const known = new Map<number, ReturnType<typeof agentsFor>>();
  return (asked.hourShares ?? flat).map((share, hour) => {
    const ticketsPerHour = asked.load.ticketsPerDay * share;
    const arrivalsPerSecond = ticketsPerHour / hourSeconds;
    const agents = known.get(arrivalsPerSecond) ?? agentsFor(arrivalsPerSecond, asked);
    known.set(arrivalsPerSecond, agents);
    return { hour, ticketsPerHour, ...agents };
  });
}

/** The most that any hour needs; null where one of them cannot be told. */
export function peakOf(
  hours: readonly HourOfAgents[],
  model: "patient" | "impatient",
): number | null {
  const needed = hours.map((hour) => hour[model]);
  return needed.some((each) => each === null) ? null : Math.max(...needed.map((each) => each ?? 0));
}
