import { setTimeout as sleep } from "node:timers/promises";
import { monotonicMs } from "@/platform/clock";
import type { Stack } from "../../scripts/start/stack";
import type { Listener } from "../run/listeners";
import type { Reading } from "../run/statistics";
import { type Books, readBooks } from "./books";
import type { Fault } from "./fault";
import { type Load, steadyLoad } from "./steady";

export type Outcome = {
  fault: string;
  /** Changes that were accepted while it lasted. */
  accepted: number;
  requests: number;
  failed: number;
  /** The longest time in which no request was answered well. */
  outageMs: number;
  /** From whole again until every listener's picture was the database's; null when that took too long. */
  equalAfterMs: number | null;
  lost: number;
  /** Accepted changes that only a primary knew which is gone for good. */
  tail: number;
  doubled: number;
  /** Listeners that had to fetch their list anew, because the log no longer went back so far. */
  refetched: number;
};

const equalMsMax = 60_000;
const lookMs = 200;
const movesMin = 5;
const steadyMs = 3_000;
const steadyMsMax = 60_000;

/** Whether a listener's picture holds every ticket that the database has: heard of, or fetched. */
const holds = ({ heard, fetchedUpTo }: Listener, created: Books["created"]) =>
  [...created].every(
    ([id, position]) => heard.has(id) || (position !== null && position <= fetchedUpTo),
  );

async function untilEqual(load: Load, books: () => Promise<Books>): Promise<number | null> {
  const startMs = monotonicMs();
  let expected: Books["created"] | undefined;
  while (monotonicMs() - startMs < equalMsMax) {
    // The database as it was when the fault was over: what comes later is steady load.
    expected ??= (await books().catch(() => undefined))?.created;
    const wanted = expected;
    if (wanted !== undefined && load.listeners.every((listener) => holds(listener, wanted)))
      return monotonicMs() - startMs;
    await sleep(lookMs);
  }
  return null;
}

function longestOutage(readings: readonly Reading[], fromMs: number, toMs: number): number {
  const good = readings
    .filter(({ failed }) => !failed)
    .map(({ startMs, ms }) => startMs + ms)
    .filter((atMs) => atMs > fromMs && atMs <= toMs)
    .sort((a, b) => a - b);
  let [longest, before] = [0, fromMs];
  for (const atMs of [...good, toMs]) {
    longest = Math.max(longest, atMs - before);
    before = atMs;
  }
  return longest;
}

/** Nothing is broken before the last thing is whole: no failure for a while. */
async function untilSteady(load: Load): Promise<void> {
  const startMs = monotonicMs();
  while (monotonicMs() - startMs < steadyMsMax) {
    await sleep(steadyMs);
    const recent = load.readings.filter(({ startMs: at }) => at > monotonicMs() - steadyMs);
    if (recent.length > 0 && recent.every(({ failed }) => !failed)) return;
  }
}

/** What is accepted from here on must arrive, too: a picture that stands still is not a right one. */
async function untilMoved({ ledger }: Load): Promise<void> {
  const from = ledger.accepted.size;
  const startMs = monotonicMs();
  while (ledger.accepted.size < from + movesMin && monotonicMs() - startMs < equalMsMax)
    await sleep(lookMs);
}

async function suffer(fault: Fault, load: Load, books: () => Promise<Books>): Promise<Outcome> {
  const { ledger, readings, listeners } = load;
  const acceptedBefore = ledger.accepted.size;
  const readingsBefore = readings.length;
  const lostBefore = listeners.map(({ lost }) => lost);
  const fromMs = monotonicMs();
  await fault.happen();
  const soonMs = await untilEqual(load, books);
  await untilMoved(load);
  const equalAfterMs = (await untilEqual(load, books)) === null ? null : soonMs;
  const toMs = monotonicMs();
  const { lost, doubled } = await books();
  // Counted once, and then no longer expected of anybody.
  const tail = fault.losesTail ? lost.splice(0) : [];
  for (const id of tail) ledger.accepted.delete(id);
  const own = readings.slice(readingsBefore);
  return {
    fault: fault.name,
    accepted: ledger.accepted.size - acceptedBefore,
    requests: own.length,
    failed: own.filter(({ failed }) => failed).length,
    outageMs: longestOutage(readings, fromMs, toMs),
    equalAfterMs,
    lost: lost.length,
    tail: tail.length,
    doubled: doubled.length,
    refetched: listeners.filter((listener, at) => listener.lost > (lostBefore[at] ?? 0)).length,
  };
}

export type Suffered = {
  outcomes: Outcome[];
  /** After the last visitor has gone: what is missing, doubled or out of order at any listener. */
  final: {
    lost: number;
    doubled: number;
    unpublished: number;
    missing: number;
    disordered: number;
  };
};

/** Breaks one thing after the other under a steady load, and keeps the books. */
export async function suffering(
  stack: Stack,
  faults: readonly Fault[],
  listenersEach: number,
  report: (line: string) => void,
): Promise<Suffered> {
  const load = await steadyLoad(stack, listenersEach);
  const books = () => readBooks(stack.services.directUrl, load.ledger, load.since);
  const outcomes: Outcome[] = [];
  try {
    for (const fault of faults) {
      await untilSteady(load);
      report(`${fault.name} ...`);
      const outcome = await suffer(fault, load, books);
      report(
        `  ${outcome.failed} of ${outcome.requests} failed, equal after ${outcome.equalAfterMs ?? "too long"} ms, ${outcome.lost} lost, ${outcome.tail} gone with the primary, ${outcome.doubled} doubled`,
      );
      outcomes.push(outcome);
    }
  } finally {
    await load.stop();
  }
  await untilEqual(load, books);
  const startMs = monotonicMs();
  let read = await books();
  while (read.unpublished > 0 && monotonicMs() - startMs < equalMsMax) {
    await sleep(lookMs);
    read = await books();
  }
  const { listeners } = load;
  for (const listener of listeners) listener.close();
  return {
    outcomes,
    final: {
      lost: read.lost.length,
      doubled: read.doubled.length,
      unpublished: read.unpublished,
      missing: listeners.filter((listener) => !holds(listener, read.created)).length,
      disordered: listeners.reduce((sum, { disordered }) => sum + disordered, 0),
    },
  };
}
