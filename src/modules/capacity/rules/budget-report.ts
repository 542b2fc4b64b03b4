import { type Budget, budgets, budgetWith } from "./figures/budgets";
import type { FigureSet } from "./figures/set";
import { type Bucket, percentileOf, shareWithin } from "./percentile";
import { bucketsOf, type Edges, type Measure } from "./readings";

/** An operation of the founding budgets, and where it is counted. */
export type BudgetedOperation = {
  readonly name: string;
  readonly words: string;
  readonly budget: Budget;
  readonly metric: string;
  /** The label that tells it from its like. */
  readonly only: { readonly label: string; readonly value: string } | null;
};

const { api, websocket, worker } = budgets;
const response = "insightdesk_response_ms";
const ofOperation = (value: string) => ({ label: "operation", value });
const ofQueue = (value: string) => ({ label: "queue", value });

export const budgetedOperations: readonly BudgetedOperation[] = [
  {
    name: "listTickets",
    words: "List tickets",
    budget: api.listTickets,
    metric: response,
    only: ofOperation("tickets.list"),
  },
  {
    name: "getTicket",
    words: "Get a ticket",
    budget: api.getTicket,
    metric: response,
    only: ofOperation("tickets.get"),
  },
  {
    name: "createTicket",
    words: "Create a ticket",
    budget: api.createTicket,
    metric: response,
    only: ofOperation("tickets.create"),
  },
  {
    name: "searchKB",
    words: "Search the knowledge base",
    budget: api.searchKB,
    metric: response,
    only: ofOperation("knowledge.search"),
  },
  {
    name: "messageDelivery",
    words: "Deliver a message",
    budget: websocket.messageDelivery,
    metric: "insightdesk_delivery_ms",
    only: null,
  },
  {
    name: "roomJoin",
    words: "Join a room",
    budget: websocket.roomJoin,
    metric: "insightdesk_room_join_ms",
    only: null,
  },
  {
    name: "slaCheck",
    words: "Check a promise",
    budget: worker.slaCheck,
    metric: "insightdesk_job_ms",
    only: ofQueue("sla-checks"),
  },
  {
    name: "notification",
    words: "Notify",
    budget: worker.notification,
    metric: "insightdesk_job_ms",
    only: ofQueue("notifications"),
  },
];

export type BudgetReport = {
  readonly name: string;
  readonly words: string;
  readonly msP95Max: number;
  readonly msP99Max: number;
  readonly count: number;
  /** Null where nothing was counted. */
  readonly msP50: number | null;
  readonly msP95: number | null;
  readonly msP99: number | null;
  /** What one call asked of the database, on average; null where that was not counted. */
  readonly statements: { readonly perCall: number; readonly msPerCall: number } | null;
  /** The share that was within the budget of the 95th percentile: exact. */
  readonly within: number | null;
  readonly verdict: "kept" | "broken" | "too few";
  readonly line: readonly { readonly atMs: number; readonly value: number | null }[];
};

const countMin = 20;

const isOf = ({ metric, only }: BudgetedOperation, { name, labels }: Measure) =>
  name === metric && (only === null || labels[only.label] === only.value);

const msOf = (buckets: readonly Bucket[], q: number) => percentileOf(buckets, q)?.value ?? null;

export const statementMetrics = {
  sent: "insightdesk_statements_total",
  microseconds: "insightdesk_statements_microseconds_total",
} as const;

/** Only over the spans in which statements were counted: a server of before counts its calls alone. */
function statementsOf(
  { only }: BudgetedOperation,
  calls: readonly Measure[],
  measures: readonly Measure[],
): BudgetReport["statements"] {
  const of = (name: string) =>
    measures.filter((measure) => measure.name === name && measure.labels.operation === only?.value);
  const sum = (counted: readonly Measure[]) => counted.reduce((all, { count }) => all + count, 0);
  const sent = of(statementMetrics.sent);
  const spans = new Set(sent.map(({ atMs, processId }) => `${atMs} ${processId}`));
  const counted = sum(calls.filter(({ atMs, processId }) => spans.has(`${atMs} ${processId}`)));
  if (only?.label !== "operation" || counted === 0) return null;
  return {
    perCall: sum(sent) / counted,
    msPerCall: sum(of(statementMetrics.microseconds)) / 1_000 / counted,
  };
}

/** How an operation keeps its budget, over all measures and span by span. */
export function budgetReport(
  operation: BudgetedOperation,
  measures: readonly Measure[],
  edges: Edges,
  set?: FigureSet,
): BudgetReport {
  const mine = measures.filter((measure) => isOf(operation, measure));
  const buckets = bucketsOf(mine, edges);
  const count = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const [msP95, msP99] = [msOf(buckets, 0.95), msOf(buckets, 0.99)];
  const budget = budgetWith(operation.name, operation.budget, set);
  const { msP95: msP95Max, msP99: msP99Max } = budget;
  const isKept = (msP95 ?? 0) <= msP95Max && (msP99 ?? 0) <= msP99Max;
  const times = [...new Set(mine.map(({ atMs }) => atMs))].sort((a, b) => a - b);
  return {
    name: operation.name,
    words: operation.words,
    msP95Max,
    msP99Max,
    count,
    msP50: msOf(buckets, 0.5),
    msP95,
    msP99,
    statements: statementsOf(operation, mine, measures),
    within: shareWithin(buckets, msP95Max),
    verdict: count < countMin ? "too few" : isKept ? "kept" : "broken",
    line: times.map((atMs) => ({
      atMs,
      value: msOf(
        bucketsOf(
          mine.filter((measure) => measure.atMs === atMs),
          edges,
        ),
        0.95,
      ),
    })),
  };
}
