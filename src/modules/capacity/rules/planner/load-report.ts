import type { Point } from "../scalability/law";

export interface LoadReport {
  readonly takenAtMs: number | null;
  /** The machine in words. */
  readonly madeOn: string;
  /** How many at once, and requests a second that got done. */
  readonly points: readonly Point[];
}

type Read = { report: LoadReport; problem: null } | { report: null; problem: string };

const madeOnCharsMax = 200;
const pointsMax = 200;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const numberIn = (object: Record<string, unknown>, ...names: string[]) => {
  for (const name of names) {
    const value = object[name];
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  }
  return null;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One step of a run: how many at once, and what got done a second. */
function pointOf(step: unknown): Point | null {
  if (!isObject(step)) return null;
  const load = numberIn(step, "load", "concurrency", "users");
  const throughput = numberIn(step, "throughput", "perSecond", "requestsPerSecond");
  return load === null || throughput === null || load === 0 ? null : [load, throughput];
}

/** What was asked for as often as it was answered, at each number at once: `npm run bench -- --keep`. */
const benched = "listTickets";

function pointsIn(report: Record<string, unknown>): Point[] {
  const listed = Array.isArray(report.points) ? report.points : [];
  const compared = Array.isArray(report.compared) ? report.compared : [];
  const ofBench = compared
    .filter((each) => isObject(each) && each.operation === benched && isObject(each.web))
    .map((each) => ({ load: each.connections, throughput: each.web.perSecond }));
  // A run of a scenario is one point: how many visitors came at most, and what got done.
  const ofRun = isObject(report.executed)
    ? [{ load: report.executed.visitorsMax, throughput: report.perSecond }]
    : [];
  return [...listed, ...ofBench, ...ofRun].map(pointOf).filter((point) => point !== null);
}

function madeOnOf(report: Record<string, unknown>): string {
  const machine = isObject(report.machine) ? report.machine : {};
  const [cpu, cores, memory] = [machine.cpu, machine.cores, machine.memoryGb].map((each) =>
    typeof each === "string" || typeof each === "number" ? String(each) : "",
  );
  return [cpu, cores === "" ? "" : `${cores} cores`, memory === "" ? "" : `${memory} GB`]
    .filter((part) => part !== "")
    .join(", ")
    .slice(0, madeOnCharsMax);
}

/** Reads a load report, or says in words what it lacks. What it says beside that is left. */
export function readLoadReport(text: string): Read {
  const report = parsed(text);
  if (!isObject(report))
    return { report: null, problem: "It is not a JSON object: choose the report's JSON file." };
  const points = pointsIn(report);
  if (points.length === 0)
    return {
      report: null,
      problem:
        "It names no load with what got done at it: choose what npm run load or npm run bench kept.",
    };
  if (points.length > pointsMax)
    return { report: null, problem: `It has more than ${pointsMax} points: leave some out.` };
  if (!points.some(([, throughput]) => throughput > 0))
    return { report: null, problem: "Nothing got done at any load: there is nothing to learn." };
  const at = [report.startedAt, report.at].find((each) => typeof each === "string");
  const takenAtMs = Date.parse(typeof at === "string" ? at : "");
  return {
    report: {
      takenAtMs: Number.isNaN(takenAtMs) ? null : takenAtMs,
      madeOn: madeOnOf(report),
      points,
    },
    problem: null,
  };
}
