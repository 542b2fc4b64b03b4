import type uPlot from "uplot";

const apartPx = 15;

/** Places for words beside points, none nearer to another than a line of text; in the order given. */
export function apart(tops: readonly number[], lowest: number): number[] {
  const ordered = tops.map((top, index) => ({ top, index })).sort((a, b) => a.top - b.top);
  let least = Number.NEGATIVE_INFINITY;
  const placed = ordered.map(({ top, index }) => {
    least = Math.max(top, least + apartPx);
    return { top: least, index };
  });
  // What was pushed over the lower edge pushes back.
  let most = lowest;
  for (const place of placed.toReversed()) {
    place.top = Math.min(place.top, most);
    most = place.top - apartPx;
  }
  return placed.sort((a, b) => a.index - b.index).map(({ top }) => top);
}

/** Writes what each line is at its end, where there is more than one. */
export function drawNames(chart: uPlot, ink: string, font: string): void {
  const [times = [], ...lines] = chart.data;
  const ratio = window.devicePixelRatio;
  const ends = lines.flatMap((values, line) => {
    const at = values.findLastIndex((value) => value !== null && value !== undefined);
    const [time, value] = [times[at], values[at]];
    if (typeof time !== "number" || typeof value !== "number") return [];
    const name = String(chart.series[line + 1]?.label ?? "");
    return [{ name, x: chart.valToPos(time, "x", true), y: chart.valToPos(value, "y", true) }];
  });
  if (ends.length < 2) return;
  const { ctx, bbox } = chart;
  const tops = apart(
    ends.map(({ y }) => y / ratio - 6),
    (bbox.top + bbox.height) / ratio - 4,
  );
  ctx.save();
  ctx.fillStyle = ink;
  ctx.font = font.replace("12.5px", `${12.5 * ratio}px`);
  ctx.textAlign = "right";
  for (const [index, { name, x }] of ends.entries())
    ctx.fillText(name, x - 4 * ratio, (tops[index] ?? 0) * ratio);
  ctx.restore();
}
