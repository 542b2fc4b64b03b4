import { asFounded, type FigureSet } from "./set";

/** The six scaling indicators of the founding document, with what to do when they are crossed. */
export interface Indicator {
  readonly words: string;
  readonly unit: "percent" | "ms" | "jobs";
  /** Above this it warns; the value itself is still fine. */
  readonly warningAbove: number;
  readonly criticalAbove: number;
  readonly action: string;
}

export const indicators = {
  cpu: {
    words: "CPU usage",
    unit: "percent",
    warningAbove: 70,
    criticalAbove: 85,
    action: "Scale horizontally",
  },
  memory: {
    words: "Memory usage",
    unit: "percent",
    warningAbove: 75,
    criticalAbove: 90,
    action: "Scale vertically or horizontally",
  },
  responseMsP95: {
    words: "Response time (p95)",
    unit: "ms",
    warningAbove: 300,
    criticalAbove: 500,
    action: "Optimize or scale",
  },
  errorRate: {
    words: "Error rate",
    unit: "percent",
    warningAbove: 0.5,
    criticalAbove: 1,
    action: "Investigate, possibly scale",
  },
  queueDepth: {
    words: "Queue depth",
    unit: "jobs",
    warningAbove: 1_000,
    criticalAbove: 5_000,
    action: "Scale workers",
  },
  connectionPool: {
    words: "Connection pool",
    unit: "percent",
    warningAbove: 80,
    criticalAbove: 95,
    action: "Increase pool or add replicas",
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof indicators;
export type IndicatorLevel = "fine" | "warning" | "critical";

const isIndicator = (name: string): name is IndicatorName => name in indicators;
export const indicatorNames: readonly IndicatorName[] = Object.keys(indicators).filter(isIndicator);

/** An indicator with the thresholds that count. */
export function indicatorOf(name: IndicatorName, set: FigureSet = asFounded): Indicator {
  const founding: Indicator = indicators[name];
  return {
    ...founding,
    warningAbove: set[`${name}.warningAbove`] ?? founding.warningAbove,
    criticalAbove: set[`${name}.criticalAbove`] ?? founding.criticalAbove,
  };
}

export function levelOf(name: IndicatorName, value: number, set?: FigureSet): IndicatorLevel {
  const { warningAbove, criticalAbove } = indicatorOf(name, set);
  if (value > criticalAbove) return "critical";
  return value > warningAbove ? "warning" : "fine";
}
