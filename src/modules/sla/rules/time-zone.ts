import { dayMs, hourMs, minuteMs } from "./units";

/** A stretch of time in which a zone's clock is not moved: local = UTC + offset. */
export interface ZoneStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

export interface TimeZone {
  readonly name: string;
  offsetMsAt(instantMs: number): number;
  /** The stretches that touch the time, in order; the first and last may begin and end outside. */
  stretches(fromMs: number, toMs: number): readonly ZoneStretch[];
}

/**
 * Offsets come from the engine's own time zone database. It can only be asked for one instant, so changes
 * are found by asking every few days and halving: no zone has ever had, nor is announced to have, two changes
 * less than seven days apart (Recife 2000; Gaza 2040). After 2100 only yearly rules are left, and four weeks do.
 */
const probeMs = 6 * dayMs;
const probeMsFar = 28 * dayMs;
const farFromMs = Date.UTC(2101, 0, 1);
/** Before this all zones keep their town's mean time, and there is nothing to be found. */
const changesFromMs = Date.UTC(1800, 0, 1);
const blockMs = 336 * dayMs;
const blocksMax = 20_000;

const offsetPattern = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function asker(name: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  return (instantMs) => {
    const [, sign, hours = "0", minutes = "0", seconds = "0"] =
      offsetPattern.exec(format.format(Math.max(instantMs, changesFromMs))) ?? [];
    const ms = Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * 1_000;
    return sign === "-" ? -ms : ms;
  };
}

/** The first instant, to the second, at which the offset is no longer that at `fromMs`. */
function changeBetween(ask: (ms: number) => number, fromMs: number, toMs: number): number {
  const before = ask(fromMs);
  let [low, high] = [fromMs / 1_000, toMs / 1_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle * 1_000) === before) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

function stretchesOfBlock(ask: (ms: number) => number, block: number): ZoneStretch[] {
  const [startMs, endMs] = [block * blockMs, (block + 1) * blockMs];
  const stepMs = startMs >= farFromMs ? probeMsFar : probeMs;
  const found: ZoneStretch[] = [];
  let [fromMs, offsetMs] = [startMs, ask(startMs)];
  for (let probe = startMs; probe < endMs; probe += stepMs) {
    const next = ask(probe + stepMs);
    if (next === offsetMs) continue;
    const changeMs = changeBetween(ask, probe, probe + stepMs);
    found.push({ fromMs, toMs: changeMs, offsetMs });
    [fromMs, offsetMs] = [changeMs, next];
  }
  if (fromMs < endMs) found.push({ fromMs, toMs: endMs, offsetMs });
  return found;
}

function makeZone(name: string): TimeZone {
  const ask = asker(name);
  const blocks = new Map<number, readonly ZoneStretch[]>();
  const stretchesIn = (block: number) => {
    const known = blocks.get(block);
    if (known) return known;
    if (blocks.size >= blocksMax) blocks.clear();
    const found = stretchesOfBlock(ask, block);
    blocks.set(block, found);
    return found;
  };
  return {
    name,
    offsetMsAt(instantMs) {
      const inBlock = stretchesIn(Math.floor(instantMs / blockMs));
      const here = inBlock.find((stretch) => instantMs < stretch.toMs);
      return here ? here.offsetMs : ask(instantMs);
    },
    stretches(fromMs, toMs) {
      const first = stretchesIn(Math.floor(fromMs / blockMs)).find(({ toMs: end }) => fromMs < end);
      if (first && toMs < first.toMs) return [first];
      const joined: ZoneStretch[] = [];
      for (let block = Math.floor(fromMs / blockMs); block * blockMs <= toMs; block += 1) {
        for (const stretch of stretchesIn(block)) {
          if (stretch.toMs <= fromMs || stretch.fromMs > toMs) continue;
          const last = joined.at(-1);
          if (last?.offsetMs === stretch.offsetMs) {
            joined[joined.length - 1] = { ...last, toMs: stretch.toMs };
          } else joined.push(stretch);
        }
      }
      return joined;
    },
  };
}

const zones = new Map<string, TimeZone | null>();
const zonesMax = 1_000;

/** The zone of an IANA name, or null where the database knows none. */
export function timeZone(name: string): TimeZone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (zones.size >= zonesMax) zones.clear();
  const zone = isTimeZone(name) ? makeZone(name) : null;
  zones.set(name, zone);
  return zone;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
