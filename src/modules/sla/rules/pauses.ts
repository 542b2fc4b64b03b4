import type { Stretch } from "./calendar";

/** In order and disjoint; what overlaps or touches is one. An end of Infinity means that it still lasts. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (stretch.toMs <= stretch.fromMs) continue;
    if (last && stretch.fromMs <= last.toMs) {
      joined[joined.length - 1] = {
        fromMs: last.fromMs,
        toMs: Math.max(last.toMs, stretch.toMs),
      };
    } else joined.push(stretch);
  }
  return joined;
}

/** What is left of a stretch when the pauses are taken out of it. */
export function withoutPauses(whole: Stretch, pauses: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let fromMs = whole.fromMs;
  for (const pause of joinStretches(pauses)) {
    if (pause.fromMs > fromMs) left.push({ fromMs, toMs: Math.min(pause.fromMs, whole.toMs) });
    fromMs = Math.max(fromMs, pause.toMs);
    if (fromMs >= whole.toMs) return left;
  }
  left.push({ fromMs, toMs: whole.toMs });
  return left;
}
