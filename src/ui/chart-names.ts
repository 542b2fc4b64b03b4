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

/** Words over lines, on a piece of the ground, so that they are read all the same. */
export function writeOver(
  { ctx }: uPlot,
  words: string,
  x: number,
  y: number,
  { ink, ground }: { readonly ink: string; readonly ground: string },
): void {
  const ratio = window.devicePixelRatio;
  const { width } = ctx.measureText(words);
  ctx.textBaseline = "middle";
  ctx.fillStyle = ground;
  ctx.fillRect(
    (ctx.textAlign === "right" ? x - width : x) - 2 * ratio,
    y - (apartPx / 2) * ratio,
    width + 4 * ratio,
    apartPx * ratio,
  );
  ctx.fillStyle = ink;
  ctx.fillText(words, x, y);
}

type NamesLook = {
  readonly ink: string;
  readonly ground: string;
  readonly font: string;
  /** How each line is drawn; its name has a piece of it before it. */
  readonly lines: readonly { readonly colour: string; readonly dash: readonly number[] }[];
};

const samplePx = 20;
const gapPx = 4;

/** Writes what each line is at its end, where there is more than one. */
export function drawNames(chart: uPlot, { ink, ground, font, lines: looks }: NamesLook): void {
  const [times = [], ...lines] = chart.data;
  const ratio = window.devicePixelRatio;
  const ends = lines.flatMap((values, line) => {
    const at = values.findLastIndex((value) => value !== null && value !== undefined);
    const [time, value, look] = [times[at], values[at], looks[line]];
    if (typeof time !== "number" || typeof value !== "number" || look === undefined) return [];
    const name = String(chart.series[line + 1]?.label ?? "");
    const [x, y] = [chart.valToPos(time, "x", true), chart.valToPos(value, "y", true)];
    return [{ name, look, x, y }];
  });
  if (ends.length < 2) return;
  const { ctx, bbox } = chart;
  const tops = apart(
    ends.map(({ y }) => y / ratio - apartPx / 2),
    (bbox.top + bbox.height) / ratio - apartPx / 2,
  );
  ctx.save();
  ctx.font = font.replace("12.5px", `${12.5 * ratio}px`);
  ctx.textAlign = "right";
  for (const [index, { name, look, x }] of ends.entries()) {
    const right = x - gapPx * ratio;
    const middle = (tops[index] ?? 0) * ratio;
    writeOver(chart, name, right, middle, { ink, ground });
    const left = right - ctx.measureText(name).width - gapPx * ratio;
    ctx.fillStyle = ground;
    ctx.fillRect(
      left - (samplePx + 2) * ratio,
      middle - (apartPx / 2) * ratio,
      samplePx * ratio,
      apartPx * ratio,
    );
    ctx.beginPath();
    ctx.moveTo(left - samplePx * ratio, middle);
    ctx.lineTo(left, middle);
    ctx.strokeStyle = look.colour;
    ctx.lineWidth = 2 * ratio;
    ctx.setLineDash(look.dash.map((part) => part * ratio));
    ctx.stroke();
  }
  ctx.restore();
}
