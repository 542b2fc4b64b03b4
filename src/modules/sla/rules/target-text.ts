/** "4 h", "1 h 30 min", "90 min" or "90" as minutes; null where it is none of these, or nothing. */
export function readMinutes(text: string): number | null {
  const [match, hours, minutes] =
    /^\s*(?:(\d{1,5}(?:[.,]\d{1,2})?)\s*h)?\s*(?:(\d{1,7})\s*(?:min|m)?)?\s*$/i.exec(text) ?? [];
  if (match === undefined || (hours === undefined && minutes === undefined)) return null;
  const sum = Number((hours ?? "0").replace(",", ".")) * 60 + Number(minutes ?? 0);
  return sum > 0 ? sum : null;
}

/** Written so that it is read again as the same. */
export function writeMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""];
  return parts.filter((part) => part !== "").join(" ");
}
