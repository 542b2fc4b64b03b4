import { fold } from "./characters";

/** Longer words are not guessed at: the work grows with the product of both lengths. */
const wordCharsMax = 40;

/** How many letters are to be added, dropped, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2];
      if (swapped && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

/** The nearest candidate, if it is near enough to be meant: a letter in three may be wrong. */
export function nearest<T>(
  written: string,
  candidates: Iterable<T>,
  namesOf: (candidate: T) => readonly string[],
): T | undefined {
  const wanted = fold(written);
  if (wanted.length < 2 || wanted.length > wordCharsMax) return undefined;
  let best: { candidate: T; distance: number } | undefined;
  for (const candidate of candidates) {
    for (const name of namesOf(candidate)) {
      const distance = distanceOf(wanted, fold(name));
      if (distance === undefined) continue;
      if (best === undefined || distance < best.distance) best = { candidate, distance };
    }
  }
  return best?.candidate;
}

function distanceOf(wanted: string, name: string): number | undefined {
  const allowed = Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3));
  if (wanted.length >= 3 && name.startsWith(wanted)) return 0.5;
  if (name.length > wordCharsMax || Math.abs(name.length - wanted.length) > allowed) {
    return undefined;
  }
  const distance = editDistance(wanted, name);
  return distance <= allowed ? distance : undefined;
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0;
