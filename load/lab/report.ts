import { cpus, totalmem } from "node:os";
import type { LabOptions, LabReport } from "@/modules/capacity";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { appVersion } from "../../scripts/start/make-member";
import type { Stack } from "../../scripts/start/stack";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import { ticketsIn } from "../bench/database";
import { percentile } from "../bench/percentile";
import type { LoadReport } from "../run/report";
import type { Figures } from "../run/statistics";

const gigabyte = 2 ** 30;
const megabyte = 2 ** 20;

/** On what a run is made: a figure without it compares with nothing. */
export async function circumstances(stack: Stack): Promise<LabReport["on"]> {
  const { directUrl, postgresVersion, valkeyServer } = stack.services;
  const [size] = await db.write.rows<{ bytes: number }>(sql`
    select pg_database_size(current_database())::float8 as bytes`);
  return {
    version: appVersion(),
    commit: runProgram("git", ["-C", root, "rev-parse", "--short", "HEAD"]).output.trim(),
    at: now().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? "",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / gigabyte),
    node: process.version,
    postgres: postgresVersion,
    valkey: `${valkeyServer.name} ${valkeyServer.version}`,
    tickets: await ticketsIn(directUrl),
    databaseMb: Math.round((size?.bytes ?? 0) / megabyte),
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
const figuresOf = ({ msP50, msP95, msP99, msMax, ...counts }: Figures) => ({
  ...counts,
  msP50: finite(msP50),
  msP95: finite(msP95),
  msP99: finite(msP99),
  msMax: finite(msMax),
});

function processesOf({ samples }: LoadReport): LabReport["processes"] {
  const names = [...new Set(samples.flatMap(({ rssMb }) => Object.keys(rssMb)))];
  return names.map((name) => {
    const cores = samples.map(({ cpu }) => cpu[name] ?? 0).sort((a, b) => a - b);
    return {
      name,
      coresP50: finite(percentile(cores, 0.5)) ?? 0,
      coresMax: cores.at(-1) ?? 0,
      memoryMbMax: Math.max(0, ...samples.map(({ rssMb }) => rssMb[name] ?? 0)),
    };
  });
}

/** What a run found, as it is kept and shown. */
export function labReportOf(
  options: LabOptions,
  found: LoadReport,
  on: LabReport["on"],
): LabReport {
  const startMs = found.samples[0]?.atMs ?? 0;
  const { listeners, missing, doubled, disordered, msP95 } = found.heard;
  return {
    options,
    seconds: found.seconds,
    perSecond: found.perSecond,
    visits: found.executed.visits,
    dropped: found.executed.dropped,
    visitorsMax: found.executed.visitorsMax,
    all: figuresOf(found.all),
    operations: found.operations.map(figuresOf),
    verdicts: found.verdicts.map(({ value, ...verdict }) => ({ ...verdict, value: finite(value) })),
    heard: { listeners, missing, doubled, disordered, msP95: finite(msP95) },
    broke: found.broke.map(({ atMs, what }) => ({
      seconds: Math.max(0, Math.round((atMs - startMs) / 1_000)),
      what: what.slice(0, limits.loadRunSaysCharsMax),
    })),
    processes: processesOf(found),
    windows: found.windows.slice(-limits.loadRunWindowsMax),
    on,
  };
}
