import { type LoadInput, loadInputs, type Servers, tiers } from "../figures/tiers";
import { type FiguresIn, figuresIn } from "../figures-in";
import { planCapacity } from "../plan";
import { costsOf } from "./costs";
import { limitsOf, monthAfter } from "./growth";
import type { PlanInputs } from "./inputs";
import { agentsByHour, erlangsPlannedMax, type HourOfAgents, peakOf } from "./staffing";

/** One result with where it comes from; the page, the CSV and the JSON all say these. */
export interface PlanLine {
  readonly what: string;
  readonly value: string;
  readonly source: string;
  readonly formula: string;
  /** What makes the figure one not to rely on; absent where nothing does. */
  readonly warning?: string;
}

export interface FullPlan {
  readonly sentence: string;
  readonly tier: string;
  readonly lines: readonly PlanLine[];
  readonly hours: readonly HourOfAgents[];
}

const loadWords: Readonly<Record<LoadInput, string>> = {
  monthlyActiveUsers: "monthly active users",
  ticketsPerDay: "tickets a day",
  connections: "connections",
  requestsPerMinute: "requests a minute",
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const serversWords = ({ count, cpu, memoryGb }: Servers, more: string) =>
  `${count}${more} x ${cpu} CPU, ${memoryGb} GB`;
const founding = "Founding table";

/** Everything that a plan says, from the same functions as the command line's `capacity plan`. */
export function fullPlan(inputs: PlanInputs, now: Date, locale?: string): FullPlan {
  const words = figuresIn(locale);
  const { number, percent, dollars } = words;
  const { load, growthPercent } = inputs;
  const plan = planCapacity(load);
  const tier = tiers.find((each) => each.tier === plan.tier) ?? tiers[0];
  const more = tier.openEnded ? "+" : "";
  const table = (formula: string) => ({ source: founding, formula });
  const loadSource = sourceOf(inputs);
  const byTier = `The smallest tier whose four figures carry the load: ${plan.tier}`;
  const { costs, total, totalFormula } = costsOf(plan, inputs.unitCosts);
  const limits = limitsOf(load, plan.tier, growthPercent);
  const [first] = limits;
  const breaks = breakWords(inputs, now, words);
  const hours = agentsByHour(inputs);
  const [peakC, peakA] = [peakOf(hours, "patient"), peakOf(hours, "impatient")];
  const people = (peak: number | null) => (peak === null ? "Not computed" : number(peak));
  const tooMany = `More than ${number(erlangsPlannedMax)} busy at once is not computed.`;
  const traffic = `arrivals of the fullest hour, ${number(inputs.handleSeconds / 60)} min each, ${percent(inputs.target.share)} within ${number(inputs.target.withinSeconds / 60)} min`;
  const arrivals =
    inputs.hourShares === null ? "Tickets spread evenly over 24 hours" : `${loadSource}, by hour`;
  const lines: PlanLine[] = [
    ...loadInputs.map((input) => ({
      what: capital(loadWords[input]),
      value: number(load[input]),
      source: loadSource,
      formula: `${percent(load[input] / tier.carries[input])} of the ${number(tier.carries[input])} that the tier carries`,
    })),
    { what: "API servers", value: serversWords(plan.api, more), ...table(byTier) },
    { what: "Realtime servers", value: serversWords(plan.realtime, more), ...table(byTier) },
    { what: "Workers", value: serversWords(plan.workers, more), ...table(byTier) },
    {
      what: "PostgreSQL",
      value: `${serversWords(plan.database, "")}${tier.databaseReplicas ? " and replicas" : ""}`,
      ...table(byTier),
    },
    {
      what: "Valkey",
      value: "cluster" in plan.valkey ? "Cluster" : serversWords(plan.valkey, ""),
      ...table(byTier),
    },
    storageLine(inputs, words),
    ...costs.map(({ part, dollars: amount, formula, source }) => ({
      what: `${capital(part)} cost a month`,
      value: `${dollars(amount)}${source === "table" ? more : ""}`,
      source: source === "table" ? founding : "Your unit cost",
      formula,
    })),
    {
      what: "Total a month",
      value: `about ${dollars(total)}${more}`,
      source: totalFormula.startsWith("$") ? "Sum" : founding,
      formula: totalFormula,
    },
    {
      what: "Headroom",
      value: first === undefined ? "–" : percent(Math.max(0, 1 - first.share)),
      ...table("1 - the greatest share of what the tier carries"),
    },
    {
      what: "Breaks first",
      value: breaks,
      source: `${founding}, ${loadSource.toLowerCase()}`,
      formula: "load x (1 + growth) ^ months > what the tier carries",
    },
    {
      what: "Agents at the peak, if everybody waits",
      value: people(peakC),
      source: arrivals,
      formula: `Erlang C: ${traffic}. ${peakC === null ? tooMany : ""}`.trim(),
    },
    {
      what: "Agents at the peak, if some give up",
      value: people(peakA),
      source: arrivals,
      formula:
        `Erlang A: the same, and people give up after ${number(inputs.patienceSeconds / 60)} min on average. ${peakA === null ? tooMany : ""}`.trim(),
    },
  ];
  const agents = peakC === null ? "" : ` ${agentsWords(peakC, words)}`;
  const sentence = `${capital(plan.tier)}: about ${dollars(total)}${more} a month. ${breaks}.${agents}`;
  return { sentence, tier: plan.tier, lines, hours };
}

const sourceOf = ({ measuredOn, isForecast }: PlanInputs) =>
  measuredOn === null ? "Given" : `${isForecast ? "Forecast" : "Measured"} ${measuredOn}`;

const agentsWords = (peak: number, { number }: FiguresIn) =>
  peak === 1 ? "1 agent at the fullest hour." : `${number(peak)} agents at the fullest hour.`;

/** What gives way first, and when. */
function breakWords(
  { load, growthPercent }: PlanInputs,
  now: Date,
  { number, percent }: FiguresIn,
): string {
  const plan = planCapacity(load);
  const [first] = limitsOf(load, plan.tier, growthPercent);
  if (plan.firstLimit === null || first === undefined) return "Nothing comes, so nothing breaks";
  const words = capital(loadWords[plan.firstLimit]);
  if (first.share > 1)
    return `${words} are ${number(first.share)} times where the founding tables end: measure before you buy`;
  if (first.inMonths === null)
    return `${words} break first, at ${percent(first.share)} of what the tier carries now`;
  return `${words} break first, in ${monthAfter(now, first.inMonths)}`;
}

function storageLine(
  { load, kilobytesPerTicket, measuredOn }: PlanInputs,
  { number }: FiguresIn,
): PlanLine {
  const what = "Storage added a month";
  if (kilobytesPerTicket === null)
    return {
      what,
      value: "–",
      source: "Nothing",
      formula:
        "The founding table has a cost and no size; today's figures know the size of a ticket",
    };
  const gigabytes = (load.ticketsPerDay * 30 * kilobytesPerTicket) / 1_000_000;
  return {
    what,
    value: `${number(gigabytes)} GB`,
    source: measuredOn === null ? "Given" : `Measured ${measuredOn}`,
    formula: `${number(load.ticketsPerDay)} tickets x 30 days x ${number(kilobytesPerTicket)} KB`,
  };
}
