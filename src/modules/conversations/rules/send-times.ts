const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const workStartsAt = 9;

type Wall = { year: number; month: number; day: number; hour: number; minute: number };

const formats = new Map<string, Intl.DateTimeFormat>();
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** What the wall of a zone shows at a moment. */
export function wallOf(at: Date, zone: string): Wall {
  const parts = formatFor(zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
}

const asUtc = ({ year, month, day, hour, minute }: Wall) =>
  Date.UTC(year, month - 1, day, hour, minute);

/** The moment at which the wall of a zone shows this; where clocks jump over it, the one after. */
export function momentOf(wall: Wall, zone: string): Date {
  const wanted = asUtc(wall);
  let at = wanted;
  // The offset of a guess is right at the second try, but for the hour of a jump.
  for (let turn = 0; turn < 2; turn++) at += wanted - asUtc(wallOf(new Date(at), zone));
  return new Date(at);
}

function morningIn(now: Date, zone: string, days: number): Date {
  const wall = wallOf(now, zone);
  return momentOf({ ...wall, day: wall.day + days, hour: workStartsAt, minute: 0 }, zone);
}

export type SendTime = { id: string; label: string; at: Date };

/** The times that one most often means by "later", in one's own zone. */
export function sendTimes(now: Date, zone: string): SendTime[] {
  const { year, month, day } = wallOf(now, zone);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const toMonday = ((8 - weekday) % 7 || 7) + 0;
  const inTwoHours = Math.ceil((now.getTime() + 2 * hourMs) / (5 * minuteMs)) * 5 * minuteMs;
  const times = [
    { id: "hours", label: "In 2 hours", at: new Date(inTwoHours) },
    { id: "tomorrow", label: "Tomorrow morning", at: morningIn(now, zone, 1) },
  ];
  // On a Sunday tomorrow is Monday.
  if (toMonday > 1)
    times.push({ id: "monday", label: "Monday morning", at: morningIn(now, zone, toMonday) });
  return times;
}

/** A time as a field of the browser writes it, "2026-11-27T09:00"; null when it is none. */
export function readWall(text: string): Wall | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  return { year, month, day, hour, minute };
}

export function wallText(wall: Wall): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`;
}
