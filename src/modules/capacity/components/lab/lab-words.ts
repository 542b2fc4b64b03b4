import type { RouterOutputs } from "@/trpc/client";
import { durationWords } from "@/ui/format/duration";
import { numberWords, percentWords } from "@/ui/format/number";
import { type LabOptions, labLengthMs, labScenarios } from "../../rules/lab/options";
import type { Health } from "../process-health";

export type LabRun = RouterOutputs["capacity"]["loadRuns"]["runs"][number];
export type LabProgress = RouterOutputs["capacity"]["loadRuns"]["progress"];

export const labStateWords: Readonly<Record<LabRun["state"], string>> = {
  asked: "Waiting to begin",
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
  killed: "Killed",
};

export const isOpen = ({ state }: LabRun): boolean => state === "asked" || state === "running";

export function optionsWords(options: LabOptions, locale: string): string {
  const { scenario, tickets, webs } = options;
  const length = durationWords(labLengthMs(options), locale, "second");
  return `${labScenarios[scenario].label}, ${length}, ${numberWords(tickets, locale)} tickets, ${webs} web`;
}

const wholeWords = (value: number, locale: string) => numberWords(Math.round(value), locale);

/** What was found in a line, for the list and as the page's answer. */
export function foundWords(found: NonNullable<LabRun["found"]>, locale: string): string {
  const carried = `${wholeWords(found.perSecond, locale)} requests a second from ${wholeWords(found.visitorsMax, locale)} visitors`;
  const p95 =
    found.msP95 === null
      ? ""
      : `, ${percentWords(0.95, locale)} within ${wholeWords(found.msP95, locale)} ms`;
  return `${carried}${p95}`;
}

/** What does this installation carry? The newest run that found something says it. */
export function labAnswer(
  runs: readonly LabRun[],
  locale: string,
): { health: Health; sentence: string } {
  const open = runs.find(isOpen);
  if (open !== undefined)
    return {
      health: "ok",
      sentence: `${labStateWords[open.state]}: ${optionsWords(open.options, locale)}.`,
    };
  const newest = runs.find(({ found }) => found !== null);
  if (newest?.found == null)
    return { health: "unknown", sentence: "Nobody knows yet what it carries: start a run." };
  const { found } = newest;
  return {
    health: found.holds ? "ok" : "warning",
    sentence: `It did ${foundWords(found, locale)}: ${found.holds ? "every threshold held" : "a threshold broke"}.`,
  };
}

export const sinceStartWords = (locale: string) => (atMs: number) =>
  atMs < 1_000 ? `${numberWords(0, locale)} s` : durationWords(atMs, locale, "second");
