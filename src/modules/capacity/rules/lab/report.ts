import type { Point } from "../scalability/law";
import type { LabOptions } from "./options";

/** A few seconds of a run: how many visitors there were and what they got. */
export type LabWindow = {
  /** Since the first visit. */
  readonly seconds: number;
  readonly visitors: number;
  readonly perSecond: number;
  readonly failed: number;
  readonly msP50: number | null;
  readonly msP95: number | null;
  /** Of the process that used most, in cores. */
  readonly busiest: { readonly name: string; readonly cores: number } | null;
};

/** How far a run is, as it says itself. */
export type LabProgress = {
  readonly phase: "preparing" | "running" | "ending";
  readonly says: string;
  readonly windows: readonly LabWindow[];
};

export type LabFigures = {
  readonly operation: string;
  readonly requests: number;
  readonly failed: number;
  readonly msP50: number | null;
  readonly msP95: number | null;
  readonly msP99: number | null;
  readonly msMax: number | null;
};

/** What a run of the load lab found, and on what. */
export type LabReport = {
  readonly options: LabOptions;
  readonly seconds: number;
  readonly perSecond: number;
  readonly visits: number;
  /** Visits for which nobody was free: the load was not what was asked. */
  readonly dropped: number;
  readonly visitorsMax: number;
  readonly all: LabFigures;
  readonly operations: readonly LabFigures[];
  readonly verdicts: readonly {
    readonly threshold: string;
    readonly value: number | null;
    readonly holds: boolean;
  }[];
  readonly heard: {
    readonly listeners: number;
    readonly missing: number;
    readonly doubled: number;
    readonly disordered: number;
    readonly msP95: number | null;
  };
  /** The first that gave way is the first. */
  readonly broke: readonly { readonly seconds: number; readonly what: string }[];
  readonly processes: readonly {
    readonly name: string;
    readonly coresP50: number;
    readonly coresMax: number;
    readonly memoryMbMax: number;
  }[];
  readonly windows: readonly LabWindow[];
  readonly on: {
    readonly version: string;
    readonly commit: string;
    readonly at: string;
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly node: string;
    readonly postgres: string;
    readonly valkey: string;
    readonly tickets: number;
    readonly databaseMb: number;
  };
};

/** Loads that differ by less than this are taken together. */
const levelRatio = 1.25;
const requestsMin = 10;

export type LabLevel = {
  readonly visitors: number;
  readonly perSecond: number;
  /** The worst of its windows: a mean would hide it. */
  readonly msP95: number | null;
};

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What got done at each number of visitors, from few to many; what is too short to say is left out. */
export function levelsOf(windows: readonly LabWindow[]): LabLevel[] {
  const levels = new Map<number, LabWindow[]>();
  for (const window of windows) {
    if (window.visitors <= 0 || window.perSecond <= 0) continue;
    const level = Math.round(Math.log(window.visitors) / Math.log(levelRatio));
    levels.set(level, [...(levels.get(level) ?? []), window]);
  }
  return [...levels.values()]
    .map((own) => ({
      visitors: Math.round(meanOf(own.map(({ visitors }) => visitors))),
      perSecond: meanOf(own.map(({ perSecond }) => perSecond)),
      msP95: own.reduce<number | null>(
        (most, { msP95 }) => (msP95 === null ? most : Math.max(most ?? 0, msP95)),
        null,
      ),
    }))
    .sort((a, b) => a.visitors - b.visitors);
}

/** What the planner's law is fitted to: a run says what it got done at every load that it passed. */
export function pointsOf(report: LabReport): Point[] {
  if (report.all.requests < requestsMin) return [];
  const levels = levelsOf(report.windows).map(
    ({ visitors, perSecond }): Point => [visitors, perSecond],
  );
  return levels.length > 0 ? levels : [[report.visitorsMax, report.perSecond]];
}

/** Below this share of what the first visitors got each, more visitors only wait for each other. */
const kneeShare = 0.7;

/** The first load at which a visitor got clearly less than few visitors did, or waited too long. */
export function kneeOf(levels: readonly LabLevel[], msP95Max: number): LabLevel | null {
  const each = ({ visitors, perSecond }: LabLevel) => perSecond / visitors;
  const best = Math.max(0, ...levels.map(each));
  return (
    levels.find((level) => (level.msP95 ?? 0) > msP95Max || each(level) < best * kneeShare) ?? null
  );
}
