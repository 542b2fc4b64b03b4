"use client";

import { numberWords, percentWords } from "@/ui/format/number";
import { LateChart } from "@/ui/late-chart";
import { type JudgedBy, slowFromMs } from "../../rules/lab/judged-by";
import type { LabWindow } from "../../rules/lab/report";
import type { PageProps } from "./lab-page";
import { sinceStartWords } from "./lab-words";

interface RunChartsProps extends PageProps {
  readonly runs: readonly {
    readonly name: string;
    readonly windows: readonly LabWindow[];
    readonly judgedBy: JudgedBy;
  }[];
}

/** Visitors, what got done and how long it took over the time of a run, or of two. */
export function RunCharts({ runs, zone, locale }: RunChartsProps) {
  const number = (value: number) => numberWords(Math.round(value), locale);
  const lines = (what: string, readOf: (window: LabWindow) => number | null) =>
    runs.map(({ name, windows }) => ({
      label: runs.length === 1 ? what : name,
      points: windows.map((window) => ({ atMs: window.seconds * 1_000, value: readOf(window) })),
    }));
  const common = {
    zone,
    locale,
    momentWords: sinceStartWords(locale),
    heightPx: 140,
    titled: true,
  };
  const bounds = [...new Set(runs.map(({ judgedBy }) => slowFromMs(judgedBy)))];
  const key = runs.map(({ name }) => name).join();
  return (
    <>
      <LateChart
        {...common}
        key={`p95 ${key}`}
        label={`${percentWords(0.95, locale)} of answers within`}
        series={lines(`${percentWords(0.95, locale)} within`, ({ msP95 }) => msP95)}
        thresholds={bounds.map((value) => ({ label: `${value} ms`, value, tone: "warn" }))}
        unitWords={(value) => `${number(value)} ms`}
      />
      <LateChart
        {...common}
        key={`done ${key}`}
        label="Requests a second"
        series={lines("Requests a second", ({ perSecond }) => perSecond)}
        unitWords={number}
      />
      <LateChart
        {...common}
        key={`visitors ${key}`}
        label="Visitors at once"
        series={lines("Visitors", ({ visitors }) => visitors)}
        unitWords={number}
      />
    </>
  );
}
