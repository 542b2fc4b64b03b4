import { processShared } from "@/platform/process";
import type { Timer } from "./durations";
import { countedElsewhere, durationHistogram } from "./registry";

export const outcomes = ["ok", "refused", "failed", "aborted"] as const;
export type Outcome = (typeof outcomes)[number];

/** What a name becomes that nobody registered: a label must not grow with what callers send. */
const otherOperation = "other";

/** All that is counted of one operation, found by its name once a call and counted in by hand. */
export type Counted = {
  readonly name: string;
  readonly calls: { [outcome in Outcome]?: Timer };
  readonly answers: { ok?: Timer; failed?: Timer };
  statements: number;
  statementsMs: number;
};

const known = processShared("operation-cells", () => new Map<string, Counted>());

const cellsFor = (name: string): Counted => ({
  name,
  calls: {},
  answers: {},
  statements: 0,
  statementsMs: 0,
});

function add(name: string): Counted {
  const cells = cellsFor(name);
  known.set(name, cells);
  return cells;
}

/** Where an operation is counted; those that nobody registered are one. */
export const countedOf = (name: string): Counted =>
  known.get(name) ?? known.get(otherOperation) ?? add(otherOperation);

/** Names the procedures and jobs that this process serves; each is measured from its start on. */
export function registerOperations(names: Iterable<string>): void {
  for (const name of names) if (!known.has(name)) add(name);
}

export function operationName(name: string): string {
  return known.has(name) ? name : otherOperation;
}

const callTimes = () =>
  durationHistogram({
    name: "insightdesk_operation_ms",
    help: "How long an operation took in this process, by what became of it.",
    labels: ["operation", "outcome"],
  });

export function recordOperation(name: string, ms: number, outcome: Outcome): void {
  const { calls, name: operation } = countedOf(name);
  calls[outcome] ??= callTimes().labels(operation, outcome);
  calls[outcome].observe(ms);
}

/** Only those that sent any: nobody reads a series of zeros. */
const statementsOf = (figureOf: (counted: Counted) => number) => () =>
  [...known.values()]
    .filter(({ statements }) => statements > 0)
    .map((counted) => ({ labels: { operation: counted.name }, value: figureOf(counted) }));

function showStatements(): void {
  const labels = ["operation"] as const;
  countedElsewhere({
    name: "insightdesk_statements_total",
    help: "How many statements the calls of an operation sent to the database.",
    labels,
    read: statementsOf(({ statements }) => statements),
  });
  countedElsewhere({
    name: "insightdesk_statements_microseconds_total",
    help: "How long the statements of an operation's calls took, each from sending to its last row.",
    labels,
    read: statementsOf(({ statementsMs }) => Math.round(statementsMs * 1_000)),
  });
}

/** What a call asked of the database, told once a call and not once a statement. */
export function recordStatements(name: string, statements: number, ms: number): void {
  if (statements === 0) return;
  const counted = countedOf(name);
  if (counted.statements === 0) showStatements();
  counted.statements += statements;
  counted.statementsMs += ms;
}
