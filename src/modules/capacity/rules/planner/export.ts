import type { FullPlan } from "./full-plan";
import type { PlanTexts } from "./inputs";

/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** A plan for a spreadsheet: the results, then the agents by hour. */
export function planCsv({ lines, hours }: FullPlan): string {
  const rows = [
    ["What", "Value", "Source", "How", "Warning"],
    ...lines.map(({ what, value, source, formula, warning = "" }) => [
      what,
      value,
      source,
      formula,
      warning,
    ]),
    ["Hour", "Tickets", "Agents (Erlang C)", "Agents (Erlang A)"],
    ...hours.map(({ hour, ticketsPerHour, patient, impatient }) =>
      [hour, ticketsPerHour, patient ?? "", impatient ?? ""].map(String),
    ),
  ];
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

export const planJson = (texts: PlanTexts, plan: FullPlan): string =>
  `${JSON.stringify({ inputs: texts, ...plan }, null, 2)}\n`;
