import type { Course } from "../course";
import { courses } from "../courses/all";
import { firmware } from "../courses/firmware";
import type { Random } from "../random";
import { hoursOf, shareOut, warmth } from "../shape";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const firmwareTickets = 40;
const faultDaysAgo = 19;
const mendedDaysAgo = 12;

/** A ticket before anybody has written it: when, about what, and whether it is still going on. */
export type Planned = {
  atMs: number;
  course: Course;
  lane: number;
  active: boolean;
  solvedFromMs?: number;
};

/** Moments that follow the shape of the week, the year and the day, oldest first. */
function moments(random: Random, count: number, fromMs: number, toMs: number): number[] {
  const hours = hoursOf(fromMs, toMs, 0.3);
  const counts = shareOut(hours, count);
  return hours
    .flatMap(({ atMs }, index) =>
      Array.from({ length: counts[index] ?? 0 }, () => {
        const start = Math.max(atMs, fromMs);
        return start + random.next() * (Math.min(atMs + hourMs, toMs) - start);
      }),
    )
    .map(Math.floor)
    .sort((a, b) => a - b);
}

const fitsSeason = ({ season }: Course, atMs: number) =>
  season === "any" ? 1 : 0.1 + (season === "warm" ? warmth(atMs) : 1 - warmth(atMs)) * 1.4;

/** A fault is reported by many in its first days, and by ever fewer after it is mended. */
function faultMoments(random: Random, nowMs: number): number[] {
  const startMs = nowMs - faultDaysAgo * dayMs;
  const hours = hoursOf(startMs, nowMs - 3 * hourMs, 0).map(({ atMs, weight }) => {
    const days = (atMs - startMs) / dayMs;
    return { atMs, weight: weight * (days < 1 ? days : Math.exp(-(days - 1) / 3.2)) };
  });
  const counts = shareOut(hours, firmwareTickets);
  return hours.flatMap(({ atMs }, index) =>
    Array.from({ length: counts[index] ?? 0 }, () => Math.floor(atMs + random.next() * hourMs)),
  );
}

/** A question that takes one answer does not lie about for days; the fault kept some waiting. */
function lingers({ course }: Planned): number {
  if (course === firmware) return 0.02;
  return course.turns.filter(({ by }) => by === "agent").length > 1 ? 0.0008 : 0.000001;
}

/** Marks those that are still going on: the newest most likely, a few old ones too. */
function markActive(planned: Planned[], random: Random, count: number, nowMs: number): void {
  const ranked = planned
    .map((ticket) => {
      const days = (nowMs - ticket.atMs) / dayMs;
      const slow = days < 16 ? lingers(ticket) : 0;
      const weight = Math.exp(-days / (lingers(ticket) < 0.0001 ? 0.9 : 2.6)) + slow + 1e-6;
      return { ticket, key: random.next() ** (1 / weight) };
    })
    .sort((a, b) => b.key - a.key);
  for (const { ticket } of ranked.slice(0, count)) ticket.active = true;
}

/**
 * What the company was asked in ninety days. Neighbours differ in what they are about, and each
 * question takes its variants in turn, so that no page of the queue repeats itself.
 */
export function planTickets(
  random: Random,
  { count, activeCount, nowMs }: { count: number; activeCount: number; nowMs: number },
): Planned[] {
  const lanes = new Map<string, number>();
  const laneOf = (course: Course): number => {
    const lane = lanes.get(course.key) ?? random.between(0, 5);
    lanes.set(course.key, lane + 1);
    return lane;
  };
  const recent: Course[] = [];
  const usual = moments(random, count - firmwareTickets, nowMs - 90 * dayMs, nowMs - 9 * 60_000);
  const planned: Planned[] = usual.map((atMs) => {
    const open = courses
      .filter((each) => !recent.includes(each))
      .map((each) => ({ course: each, weight: each.weight * fitsSeason(each, atMs) }));
    const { course } = random.weighted(open);
    recent.push(course);
    if (recent.length > 24) recent.shift();
    return { atMs, course, lane: laneOf(course), active: false };
  });
  for (const atMs of faultMoments(random, nowMs))
    planned.push({
      atMs,
      course: firmware,
      lane: laneOf(firmware),
      active: false,
      solvedFromMs: nowMs - mendedDaysAgo * dayMs,
    });
  planned.sort((a, b) => a.atMs - b.atMs);
  markActive(planned, random, activeCount, nowMs);
  return planned;
}
