import type { Compared } from "./compare";
import type { Delivery } from "./delivery";

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  return `${rows.map(line).join("\n")}\n`;
}

const comparedHead = [
  "operation",
  "at once",
  "p50 ms",
  "p95",
  "p99",
  "req/s",
  "CPU ms",
  "floor p50",
  "p95",
  "p99",
  "req/s",
  "CPU ms",
  "x p50",
  "x CPU",
  "failed",
];

function comparedRow({ operation, connections, web, floor, ratio }: Compared): string[] {
  const cells = (reading: Compared["web"]) => [
    ms(reading.msP50),
    ms(reading.msP95),
    ms(reading.msP99),
    String(Math.round(reading.perSecond)),
    reading.cpuMs.toFixed(2),
  ];
  return [
    operation,
    String(connections),
    ...cells(web),
    ...cells(floor),
    ratio.p50.toFixed(2),
    ratio.cpu.toFixed(2),
    String(web.failures + floor.failures),
  ];
}

export function comparedTable(all: readonly Compared[]): string {
  return aligned([comparedHead, ...all.map(comparedRow)]);
}

export function deliveryTable(delivery: Delivery): string {
  const { sockets, commits, deliveries, missed, msP50, msP95, msP99 } = delivery;
  return aligned([
    [
      "commit to other browser",
      "sockets",
      "commits",
      "deliveries",
      "missed",
      "p50 ms",
      "p95",
      "p99",
    ],
    [
      "two realtime servers",
      String(sockets),
      String(commits),
      String(deliveries),
      String(missed),
      ms(msP50),
      ms(msP95),
      ms(msP99),
    ],
  ]);
}
