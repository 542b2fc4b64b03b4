import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { type LabWindow, labBudgetOf } from "@/modules/capacity";
import { now } from "@/platform/clock";
import { root } from "../../scripts/system/root";
import { runProgram } from "../../scripts/system/run-program";
import { percentile } from "../bench/percentile";
import type { Broke, Sample } from "./broke";
import type { Executed } from "./executors";
import type { Heard } from "./ledger";
import { type Figures, slopePerHour, type Verdict } from "./statistics";

export type LoadReport = {
  scenario: string;
  minutesScale: number;
  seconds: number;
  executed: Executed;
  perSecond: number;
  all: Figures;
  operations: readonly Figures[];
  verdicts: readonly Verdict[];
  heard: Heard & { msP50: number; msP95: number; msP99: number };
  broke: readonly Broke[];
  samples: readonly Sample[];
  windows: readonly LabWindow[];
};

const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : "none");

/** Less than this says nothing of growth. */
const growthMsMin = 2 * 60_000;

type Cell = string | number;
type Table = { title: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] };

function operationsTable({ operations, all }: LoadReport): Table {
  const rows = [...operations, { ...all, operation: "all" }].map((each) => {
    const budget = labBudgetOf(each.operation);
    const kept = budget === null || (each.msP95 <= budget.msP95 && each.msP99 <= budget.msP99);
    return [
      each.operation,
      each.requests,
      each.failed,
      ms(each.msP50),
      ms(each.msP95),
      ms(each.msP99),
      budget === null ? "" : `${budget.msP95} / ${budget.msP99}`,
      budget === null ? "" : kept ? "kept" : "broken",
    ];
  });
  return {
    title: "By operation, in milliseconds",
    columns: ["Operation", "Requests", "Failed", "p50", "p95", "p99", "Budget", ""],
    rows,
  };
}

/** Young processes grow, whoever they are: the first half of a run says nothing. */
function growth(samples: LoadReport["samples"], name: string): Cell {
  const points = samples
    .slice(Math.floor(samples.length / 2))
    .flatMap(({ atMs, rssMb: { [name]: value } }) =>
      value === undefined ? [] : [{ atMs, value }],
    );
  const spanMs = (points.at(-1)?.atMs ?? 0) - (points[0]?.atMs ?? 0);
  return spanMs < growthMsMin ? "too short to say" : slopePerHour(points).toFixed(0);
}

function processTable({ samples }: LoadReport): Table {
  const names = [...new Set(samples.flatMap(({ rssMb }) => Object.keys(rssMb)))];
  const of = (from: "cpu" | "rssMb", name: string) =>
    samples.map((each) => each[from][name] ?? 0).sort((a, b) => a - b);
  return {
    title: "Processes",
    columns: ["Process", "Cores p50", "Cores at most", "Memory at most, MB", "Grows, MB an hour"],
    rows: names.map((name) => {
      const cores = of("cpu", name);
      const most = of("rssMb", name).at(-1) ?? 0;
      return [
        name,
        percentile(cores, 0.5).toFixed(2),
        (cores.at(-1) ?? 0).toFixed(2),
        most.toFixed(0),
        growth(samples, name),
      ];
    }),
  };
}

function queueTable({ samples }: LoadReport): Table {
  const most = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? "not measured" : Math.round(Math.max(...known));
  };
  return {
    title: "Behind the answers",
    columns: ["Figure", "At most"],
    rows: [
      ["Jobs that waited", most(samples.map(({ waitingJobs }) => waitingJobs))],
      ["Oldest event not published, ms", most(samples.map(({ outboxMs }) => outboxMs))],
      ["The load generator was late, ms", most(samples.map(({ ownDelayMs }) => ownDelayMs))],
    ],
  };
}

function tablesOf(report: LoadReport): Table[] {
  const { verdicts, heard, broke, samples } = report;
  const startMs = samples[0]?.atMs ?? 0;
  return [
    {
      title: "Thresholds",
      columns: ["Threshold", "Measured", ""],
      rows: verdicts.map(({ threshold, value, holds }) => [
        threshold,
        value.toFixed(threshold.includes("rate") ? 4 : 1),
        holds ? "holds" : "broken",
      ]),
    },
    operationsTable(report),
    {
      title: "What listeners heard of every new ticket",
      columns: ["Listeners", "Missing", "Doubled", "Out of order", "p50", "p95", "p99"],
      rows: [
        [
          heard.listeners,
          heard.missing,
          heard.doubled,
          heard.disordered,
          ms(heard.msP50),
          ms(heard.msP95),
          ms(heard.msP99),
        ],
      ],
    },
    processTable(report),
    queueTable(report),
    {
      title: "What broke first",
      columns: ["After, s", "What"],
      rows: broke.map(({ atMs, what }) => [Math.round((atMs - startMs) / 1_000), what]),
    },
  ];
}

const escaped = (cell: Cell) =>
  String(cell).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const rowHtml = (tag: "td" | "th", cells: readonly Cell[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;

function headline({ scenario, seconds, perSecond, all, executed, verdicts }: LoadReport): string {
  const holds = verdicts.every((verdict) => verdict.holds)
    ? "Thresholds hold"
    : "Thresholds broken";
  const dropped = executed.dropped === 0 ? "" : `, ${executed.dropped} visits dropped`;
  return `${holds}: ${scenario}, ${Math.round(seconds)} s, at most ${executed.visitorsMax} visitors at once, ${all.requests} requests (${perSecond.toFixed(1)} a second), ${all.failed} failed${dropped}`;
}

function html(report: LoadReport): string {
  const tables = tablesOf(report).map(
    ({ title, columns, rows }) =>
      `<h2>${escaped(title)}</h2>${rows.length === 0 ? "<p>Nothing.</p>" : `<table>${rowHtml("th", columns)}${rows.map((row) => rowHtml("td", row)).join("")}</table>`}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Load: ${escaped(report.scenario)}</title><style>body{font:1rem/1.5 system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse}th,td{border-bottom:1px solid #8886;padding:.25rem .75rem;text-align:left;font-variant-numeric:tabular-nums}</style><h1>${escaped(headline(report))}</h1>${tables.join("")}</html>\n`;
}

function aligned({ title, columns, rows }: Table): string {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, at) => Math.max(...lines.map((row) => (row[at] ?? "").length)));
  const line = (row: string[]) =>
    `  ${row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd()}`;
  return `\n${title}\n${rows.length === 0 ? "  Nothing." : lines.map(line).join("\n")}\n`;
}

export const words = (report: LoadReport) =>
  `${headline(report)}\n${tablesOf(report).map(aligned).join("")}`;

/** Writes both reports beside those of the bench and answers with the page's file. */
export function keepReport(report: LoadReport): string {
  const commit = runProgram("git", ["-C", root, "rev-parse", "--short", "HEAD"]).output;
  const folder = join(root, "load", "results");
  mkdirSync(folder, { recursive: true });
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? "" };
  const file = join(folder, `${commit}-${report.scenario}`);
  const about = { commit, at: now().toISOString(), machine };
  writeFileSync(`${file}.json`, `${JSON.stringify({ ...about, ...report }, null, 2)}\n`);
  writeFileSync(`${file}.html`, html(report));
  return `${file}.html`;
}
