import { type JudgedBy, judgedByWords } from "./judged-by";
import { labScenarios } from "./options";
import type { LabReport } from "./report";
import { holdsOf, judgedOf } from "./verdict";

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
const number = (value: number) =>
  new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(value);
const ms = (value: number | null) => (value === null ? "–" : number(value));

const cells = (tag: "td" | "th", texts: readonly string[]) =>
  `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("")}</tr>`;
const table = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table>${cells("th", columns)}${rows.map((row) => cells("td", row)).join("")}</table>`;

const style =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#17211f;background:#fcfdfb}table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{border-bottom:1px solid #d5dcd7;padding:.3rem .6rem;text-align:start;font-variant-numeric:tabular-nums}h1{font-size:1.25rem}h2{font-size:1rem}";

/** A run on one sheet for others: how much data, on what, which version, and the percentiles against the budgets. */
export function benchmarkCard(report: LabReport, judgedBy: JudgedBy): string {
  const { options, on } = report;
  const verdict = holdsOf(report) ? "Every threshold holds" : "A threshold is broken";
  const title = `${labScenarios[options.scenario].label}: ${verdict.toLowerCase()}`;
  const judged = judgedOf(report, judgedBy).map((each) => [
    each.operation,
    number(each.requests),
    number(each.failed),
    ms(each.msP50),
    ms(each.msP95),
    ms(each.msP99),
    each.budget === null ? "" : `${each.budget.msP95} / ${each.budget.msP99}`,
    each.isKept === null ? "" : each.isKept ? "kept" : "broken",
  ]);
  const circumstances = [
    ["Data", `${number(on.tickets)} tickets, ${number(on.databaseMb)} MB of database`],
    ["Machine", `${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB`],
    ["Version", `InsightDesk ${on.version}${on.commit === "" ? "" : ` (${on.commit})`}`],
    ["With", `Node ${on.node}, PostgreSQL ${on.postgres}, ${on.valkey}`],
    ["Processes", `${options.webs} web, ${options.realtimes} realtime, ${options.workers} worker`],
    ["When", on.at],
    ["Judged by", judgedByWords(judgedBy)],
    [
      "Load",
      `${number(report.seconds)} s, at most ${report.visitorsMax} visitors at once, ${number(report.perSecond)} requests a second, ${report.dropped} visits dropped`,
    ],
  ];
  const thresholds = report.verdicts.map(({ threshold, value, holds }) => [
    threshold,
    value === null ? "–" : String(Math.round(value * 10_000) / 10_000),
    holds ? "holds" : "broken",
  ]);
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style>`,
    `<h1>InsightDesk benchmark: ${escaped(title)}</h1>`,
    table(["What", "Figure"], circumstances),
    "<h2>Thresholds</h2>",
    table(["Threshold", "Measured", ""], thresholds),
    "<h2>By operation, in milliseconds, against the budgets (p95 / p99)</h2>",
    table(["Operation", "Requests", "Failed", "p50", "p95", "p99", "Budget", ""], judged),
    "<h2>What gave way first</h2>",
    report.broke.length === 0
      ? "<p>Nothing.</p>"
      : table(
          ["After, s", "What"],
          report.broke.map(({ seconds, what }) => [String(seconds), what]),
        ),
    "<p>Load generator and product shared this machine: a machine of its own carries more.</p></html>\n",
  ].join("\n");
}
