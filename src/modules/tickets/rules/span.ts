const unitsMs: readonly [RegExp, number][] = [
  [/^(?:m|min|mins|minutes?)$/, 60_000],
  [/^(?:h|hours?)$/, 3_600_000],
  [/^(?:d|days?)$/, 24 * 3_600_000],
  [/^(?:w|weeks?)$/, 7 * 24 * 3_600_000],
];

/** How long "3h", "2 days", "in 1 week", "1h 30m" is; null for what is no span. */
export function readSpan(text: string): number | null {
  const words = text
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^in(?=\d)/, "");
  if (!/^(?:\d{1,4}[a-z]+)+$/.test(words)) return null;
  let total = 0;
  for (const [, count, unit] of words.matchAll(/(\d{1,4})([a-z]+)/g)) {
    const known = unitsMs.find(([spelling]) => spelling.test(unit ?? ""));
    if (known === undefined) return null;
    total += Number(count) * known[1];
  }
  return total;
}
