import { setTimeout as sleep } from "node:timers/promises";
import { monotonicMs, now } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { visitAs } from "../run/asking";
import { realClock } from "../run/clock";
import { aLedger, type Ledger } from "../run/ledger";
import { type Listener, listenTo } from "../run/listeners";
import { ownPeople } from "../run/people";
import type { Reading } from "../run/statistics";
import { journeyAt } from "../scenarios/journeys";

const calm = { visitorsCount: 8, thinkMs: { min: 100, max: 400 } };
const lookMs = 200;

type Addressed = { readonly url: string };

export type Load = {
  ledger: Ledger;
  readings: Reading[];
  listeners: Listener[];
  since: Date;
  stop: () => Promise<void>;
};

/** Visitors who never try twice, and listeners on every realtime server, until it is stopped. */
export async function steadyLoad(
  stack: { webs: readonly Addressed[]; realtimes: readonly Addressed[] },
  listenersEach: number,
  { visitorsCount, thinkMs }: typeof calm = calm,
): Promise<Load> {
  const since = now();
  const people = await ownPeople();
  const ledger = aLedger();
  const readings: Reading[] = [];
  const person = (cookies: readonly string[], at: number) => cookies[at % cookies.length] ?? "";
  const listeners = stack.realtimes.flatMap(({ url }, server) =>
    Array.from({ length: listenersEach }, (_, at) =>
      listenTo(url, person(people.agent, server * listenersEach + at), () => undefined),
    ),
  );
  while (listeners.some(({ joins }) => joins.length === 0)) await sleep(lookMs);
  let isStopped = false;
  const visitor = async (at: number) => {
    while (!isStopped)
      await visitAs(journeyAt(Math.random()), at, monotonicMs(), {
        url: () => stack.webs[Math.floor(Math.random() * stack.webs.length)]?.url ?? "",
        cookieOf: (audience, who) => person(people[audience], who),
        tools: { random: Math.random, newId },
        clock: realClock,
        thinkMs,
        told: (ask, answer, reading) => {
          readings.push(reading);
          ledger.tell(ask, answer, monotonicMs());
        },
      });
  };
  const visitors = Array.from({ length: visitorsCount }, (_, at) => visitor(at));
  return {
    ledger,
    readings,
    listeners,
    since,
    stop: async () => {
      isStopped = true;
      await Promise.all(visitors);
    },
  };
}
