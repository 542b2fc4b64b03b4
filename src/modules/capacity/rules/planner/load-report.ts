import type { Point } from "../scalability/law";

export interface LoadReport {
  readonly takenAtMs: number | null;
  /** Machine and version, in words. */
  readonly madeOn: string;
  /** How many at once, and requests a second that got done. */
  readonly points: readonly Point[];
}

type Read = { report: LoadReport; problem: null } | { report: null; problem: string };

const madeOnCharsMax = 200;
const pointsMax = 200;
const loadsMin = 3;

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

function madeOnOf(report: Record<string, unknown>): string {
  const machine = isObject(report.machine) ? report.machine : {};
  const said = [machine.cpu, machine.cores, machine.memoryGb, report.version];
  const [cpu, cores, memory, version] = said.map((each) =>
    typeof each === "string" || typeof each === "number" ? String(each) : "",
  );
  return [
    cpu,
    cores === "" ? "" : `${cores} cores`,
    memory === "" ? "" : `${memory} GB`,
    version === "" ? "" : `version ${version}`,
  ]
    .filter((part) => part !== "" && part !== undefined)
    .join(", ")
    .slice(0, madeOnCharsMax);
}

/** Reads a load report, or says in words what it lacks. What it says beside that is left. */
export function readLoadReport(text: string): Read {
  const report = parsed(text);
  if (!isObject(report))
    return { report: null, problem: "It is not a JSON object: choose the report's JSON file." };
  const steps = Array.isArray(report.points) ? report.points : [];
  const points = steps.map(pointOf).filter((point) => point !== null);
  if (new Set(points.map(([load]) => load)).size < loadsMin)
    return {
      report: null,
      problem: `“points” names fewer than three different loads with what got done at each: measure at more of them.`,
    };
  if (points.length > pointsMax)
    return { report: null, problem: `It has more than ${pointsMax} points: leave some out.` };
  if (!points.some(([, throughput]) => throughput > 0))
    return { report: null, problem: "Nothing got done at any load: there is nothing to learn." };
  const startedAt =
    typeof report.startedAt === "string" ? Date.parse(report.startedAt) : Number.NaN;
  return {
    report: {
      takenAtMs: Number.isNaN(startedAt) ? null : startedAt,
      madeOn: madeOnOf(report),
      points,
    },
    problem: null,
  };
}
