import { numberWords } from "@/ui/format/number";
import { type JudgedBy, judgedByWords, slowFromMs } from "../../rules/lab/judged-by";
import { kneeOf, type LabReport, levelsOf } from "../../rules/lab/report";
import { judgedOf } from "../../rules/lab/verdict";
import { FigureTable } from "../figure-table";

export interface ReportsProps {
  readonly reports: readonly {
    readonly name: string;
    readonly report: LabReport;
    /** Each run by what counted when it began. */
    readonly judgedBy: JudgedBy;
  }[];
  readonly locale: string;
}

const rounded = (value: number, locale: string) => numberWords(Math.round(value * 10) / 10, locale);
const ms = (value: number | null, locale: string) =>
  value === null ? "–" : rounded(value, locale);
const many = ({ length }: readonly unknown[]) => length > 1;

/** What held, what gave way first, and what the listeners missed. */
export function RunEnd({ reports, locale }: ReportsProps) {
  return (
    <FigureTable
      caption="What held, and what gave way first"
      columns={[
        { title: "Run" },
        { title: "Requests a second", isFigure: true },
        { title: "Failed", isFigure: true },
        { title: "Thresholds" },
        { title: "Judged by" },
        { title: "First to give way" },
        { title: "New tickets heard of" },
      ]}
      rows={reports.map(({ name, report, judgedBy }) => ({
        key: name,
        cells: [
          name,
          rounded(report.perSecond, locale),
          `${numberWords(report.all.failed, locale)} of ${numberWords(report.all.requests, locale)}`,
          report.verdicts
            .map(({ threshold, holds }) => `${threshold} ${holds ? "holds" : "is broken"}`)
            .join(", "),
          judgedByWords(judgedBy),
          report.broke[0] === undefined
            ? "Nothing"
            : `${report.broke[0].what}, after ${numberWords(report.broke[0].seconds, locale)} s`,
          report.heard.missing + report.heard.doubled + report.heard.disordered === 0
            ? `By all ${numberWords(report.heard.listeners, locale)}, once and in order`
            : `${numberWords(report.heard.missing, locale)} missing, ${numberWords(report.heard.doubled, locale)} doubled, ${numberWords(report.heard.disordered, locale)} out of order`,
        ],
      }))}
    />
  );
}

/** The 95th percentile over load, and where it bends. */
export function LevelFigures({ reports, locale }: ReportsProps) {
  const rows = reports.flatMap(({ name, report, judgedBy }) => {
    const levels = levelsOf(report.windows);
    const knee = kneeOf(levels, slowFromMs(judgedBy));
    return levels.map((level) => ({
      key: `${name} ${level.visitors}`,
      cells: [
        ...(many(reports) ? [name] : []),
        numberWords(level.visitors, locale),
        rounded(level.perSecond, locale),
        ms(level.msP95, locale),
        level === knee ? "The knee: from here on visitors wait for each other" : "",
      ],
    }));
  });
  if (rows.length === 0) return null;
  return (
    <FigureTable
      caption="What got done at each load"
      columns={[
        ...(many(reports) ? [{ title: "Run" }] : []),
        { title: "Visitors at once", isFigure: true },
        { title: "Requests a second", isFigure: true },
        { title: "Worst p95, ms", isFigure: true },
        { title: "Remark" },
      ]}
      rows={rows}
    />
  );
}

/** Each operation against the budget that counted for its run, run beside run. */
export function OperationFigures({ reports, locale }: ReportsProps) {
  const rows = reports.flatMap(({ name, report, judgedBy }, order) =>
    judgedOf(report, judgedBy).map((judged, index) => ({ name, order, index, judged })),
  );
  const places = new Map(
    rows.filter(({ order }) => order === 0).map(({ judged, index }) => [judged.operation, index]),
  );
  const placeOf = ({ judged, index }: (typeof rows)[number]) =>
    places.get(judged.operation) ?? index + 0.5;
  rows.sort((a, b) => placeOf(a) - placeOf(b) || a.order - b.order);
  return (
    <FigureTable
      caption="By operation, in milliseconds"
      columns={[
        { title: "Operation" },
        ...(many(reports) ? [{ title: "Run" }] : []),
        { title: "Requests", isFigure: true },
        { title: "Failed", isFigure: true },
        { title: "p50", isFigure: true },
        { title: "p95", isFigure: true },
        { title: "p99", isFigure: true },
        { title: "Budget p95 / p99", isFigure: true },
        { title: "Budget" },
      ]}
      rows={rows.map(({ name, judged }) => ({
        key: `${judged.operation} ${name}`,
        cells: [
          judged.operation,
          ...(many(reports) ? [name] : []),
          numberWords(judged.requests, locale),
          numberWords(judged.failed, locale),
          ms(judged.msP50, locale),
          ms(judged.msP95, locale),
          ms(judged.msP99, locale),
          judged.budget === null ? "–" : `${judged.budget.msP95} / ${judged.budget.msP99}`,
          judged.isKept === null ? "–" : judged.isKept ? "Kept" : "Broken",
        ],
      }))}
    />
  );
}

/** On what it was made, and what each process used. */
export function Circumstances({ reports, locale }: ReportsProps) {
  return (
    <>
      <FigureTable
        caption="On what it was made"
        columns={[
          { title: "Run" },
          { title: "Machine" },
          { title: "Data" },
          { title: "Version" },
          { title: "With" },
        ]}
        rows={reports.map(({ name, report: { on, options } }) => ({
          key: name,
          cells: [
            name,
            `${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB; ${options.webs} web, ${options.realtimes} realtime, ${options.workers} worker`,
            `${numberWords(on.tickets, locale)} tickets, ${numberWords(on.databaseMb, locale)} MB`,
            on.commit === "" ? on.version : `${on.version} (${on.commit})`,
            `Node ${on.node}, PostgreSQL ${on.postgres}, ${on.valkey}`,
          ],
        }))}
      />
      <FigureTable
        caption="What each process used"
        columns={[
          { title: "Process" },
          ...(many(reports) ? [{ title: "Run" }] : []),
          { title: "Cores, median", isFigure: true },
          { title: "Cores at most", isFigure: true },
          { title: "Memory at most, MB", isFigure: true },
        ]}
        rows={reports.flatMap(({ name, report }) =>
          report.processes.map((each) => ({
            key: `${each.name} ${name}`,
            cells: [
              each.name,
              ...(many(reports) ? [name] : []),
              numberWords(Math.round(each.coresP50 * 100) / 100, locale),
              numberWords(Math.round(each.coresMax * 100) / 100, locale),
              numberWords(Math.round(each.memoryMbMax), locale),
            ],
          })),
        )}
      />
    </>
  );
}
