const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The first instant that shows this wall time, or, where a clock change skipped it, the first after. */
export function instantMs(wallMs: number, zone: string): number {
  const before = wallMs - offsetMs(wallMs - dayMs, zone);
  const after = wallMs - offsetMs(wallMs + dayMs, zone);
  const [first, second] = before <= after ? [before, after] : [after, before];
  return wallMsAt(first, zone) >= wallMs ? first : second;
}

/** What the clocks of a zone show at an instant, as if it were UTC. */
export function wallMsAt(atMs: number, zone: string): number {
  return atMs + offsetMs(atMs, zone);
}

function offsetMs(atMs: number, zone: string): number {
  if (zone === "UTC") return 0;
  const part = new Map(
    formatOf(zone)
      .formatToParts(atMs)
      .map((piece) => [piece.type, piece.value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(part.get(type) ?? 0);
  const wallMs = Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour"),
    number("minute"),
    number("second"),
  );
  return wallMs - Math.floor(atMs / 1000) * 1000;
}

// Building a format costs a hundred times what using it does. There are some 600 zones at most.
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}
