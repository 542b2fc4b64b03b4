"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import "uplot/dist/uPlot.min.css";
import uPlot from "uplot";
import { type ChartSeries, type ChartThreshold, columnsOf, dashes, topOf } from "./chart-model";
import { apart, drawNames, writeOver } from "./chart-names";
import { clockTime, dayTime } from "./format/time";

export interface TimeChartProps {
  /** What the picture says, for who does not see it. */
  readonly label: string;
  readonly series: readonly ChartSeries[];
  readonly thresholds?: readonly ChartThreshold[] | undefined;
  readonly heightPx?: number | undefined;
  /** Only the line, for a tile. */
  readonly bare?: boolean | undefined;
  /** The axis reaches at least this. */
  readonly topAtLeast?: number | undefined;
  readonly unitWords: (value: number) => string;
  /** Moments in other words than the clock's: time since a start. */
  readonly momentWords?: ((atMs: number) => string) | undefined;
  readonly zone: string;
  readonly locale: string;
}

const dayMs = 86_400_000;

/**
 * Lines over time. Loaded by the pages that draw one; never part of a page's first scripts. A canvas
 * keeps the colours in which it was drawn, so another look draws another.
 */
export function TimeChart(props: TimeChartProps) {
  return <Drawing key={useScheme()} {...props} />;
}

function Drawing(props: TimeChartProps) {
  const { label, series, thresholds = [], heightPx = 200, bare = false } = props;
  const { topAtLeast = 1, unitWords, momentWords, zone, locale } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ unitWords, thresholds, momentWords });
  latest.current = { unitWords, thresholds, momentWords };

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const style = getComputedStyle(element);
    const colour = (name: string) => resolved(element, `var(--${name})`);
    const font = `12.5px ${style.fontFamily}`;
    const columns = columnsOf(series);
    const first = columns[0][0] ?? 0;
    const spanMs = ((columns[0].at(-1) ?? first) - first) * 1_000;
    const until = new Date((first + spanMs / 1_000) * 1_000);
    const timeWords = (seconds: number) =>
      latest.current.momentWords?.(seconds * 1_000) ??
      (spanMs > 2 * dayMs
        ? dayTime(new Date(seconds * 1_000), { now: until, zone, locale })
        : clockTime(new Date(seconds * 1_000), { zone, locale }));
    const lines = series.map((_, index) => ({
      colour: colour(`chart-${(index % dashes.length) + 1}`),
      dash: dashes[index % dashes.length] ?? [],
    }));
    const names = { ink: colour("ink"), ground: colour("surface"), font, lines };
    const axis = {
      stroke: colour("ink-2"),
      font,
      grid: { stroke: colour("line"), width: 1 },
      ticks: { show: false },
    };
    const chart = new uPlot(
      {
        width: Math.max(1, element.clientWidth),
        height: heightPx,
        legend: { show: false },
        cursor: { show: !bare, drag: { x: false, y: false } },
        scales: { y: { range: [0, topOf(series, latest.current.thresholds, topAtLeast)] } },
        axes: bare
          ? [{ show: false }, { show: false }]
          : [
              {
                ...axis,
                size: 32,
                // Marks within one minute say its time once.
                values: (_, splits) =>
                  splits
                    .map(timeWords)
                    .map((words, place, all) => (words === all[place - 1] ? "" : words)),
              },
              { ...axis, size: 72, values: (_, splits) => splits.map(latest.current.unitWords) },
            ],
        series: [
          {},
          ...series.map(({ label: name }, index) => ({
            label: name,
            stroke: lines[index]?.colour ?? names.ink,
            width: 2,
            dash: [...(lines[index]?.dash ?? [])],
            points: { show: true, size: 5, filter: alone },
            spanGaps: false,
          })),
        ],
        hooks: {
          draw: [
            (drawn) => drawThresholds(drawn, latest.current.thresholds, colour, font),
            (drawn) => {
              if (!bare) drawNames(drawn, names);
            },
          ],
        },
      },
      columns,
      element,
    );
    const watch = new ResizeObserver(() =>
      chart.setSize({ width: Math.max(1, element.clientWidth), height: heightPx }),
    );
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [series, heightPx, bare, topAtLeast, zone, locale]);

  return <div ref={host} role="img" aria-label={label} className="w-full min-w-0" />;
}

const wishes = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];

/** What the colours of the page follow. */
const schemeOf = () => {
  const { theme, contrast } = document.documentElement.dataset;
  return [theme, contrast, ...wishes.map((wish) => window.matchMedia(wish).matches)].join(" ");
};

function watchScheme(changed: () => void): () => void {
  const listening = new AbortController();
  for (const wish of wishes)
    window.matchMedia(wish).addEventListener("change", changed, { signal: listening.signal });
  const choice = new MutationObserver(changed);
  choice.observe(document.documentElement, { attributeFilter: ["data-theme", "data-contrast"] });
  return () => {
    listening.abort();
    choice.disconnect();
  };
}

const useScheme = () => useSyncExternalStore(watchScheme, schemeOf, () => "");

/** What stands between gaps is a point, for no line leads to it. */
function alone(chart: uPlot, line: number): number[] {
  const values = chart.data[line] ?? [];
  const isMeasured = (place: number) => typeof values[place] === "number";
  return [...values.keys()].filter(
    (place) => isMeasured(place) && !isMeasured(place - 1) && !isMeasured(place + 1),
  );
}

/** A colour as the canvas takes it: it knows no variables and no light-dark(). */
function resolved(element: HTMLElement, value: string): string {
  const probe = document.createElement("span");
  probe.style.color = value;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function drawThresholds(
  chart: uPlot,
  thresholds: readonly ChartThreshold[],
  colour: (name: string) => string,
  font: string,
): void {
  const { ctx, bbox } = chart;
  const { devicePixelRatio: ratio } = window;
  const seen = thresholds
    .map((threshold) => ({ ...threshold, y: chart.valToPos(threshold.value, "y", true) }))
    .filter(({ y }) => y >= bbox.top && y <= bbox.top + bbox.height);
  // Two that are near each other keep their words apart.
  const bases = apart(
    seen.map(({ y }) => y / ratio - 8),
    (bbox.top + bbox.height) / ratio - 8,
  );
  ctx.save();
  ctx.font = font.replace("12.5px", `${12.5 * ratio}px`);
  ctx.textAlign = "left";
  for (const [index, { y, tone, label }] of seen.entries()) {
    ctx.strokeStyle = colour(tone);
    ctx.lineWidth = ratio;
    ctx.setLineDash([4 * ratio, 4 * ratio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    if (label === "") continue;
    writeOver(chart, label, bbox.left + 4 * ratio, (bases[index] ?? 0) * ratio, {
      ink: colour("ink-2"),
      ground: colour("surface"),
    });
  }
  ctx.restore();
}
