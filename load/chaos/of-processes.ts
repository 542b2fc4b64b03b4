import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import * as z from "zod";
import { monotonicMs } from "@/platform/clock";
import { relayLock } from "@/platform/outbox";
import type { Member } from "../../scripts/start/member";
import type { Stack } from "../../scripts/start/stack";
import { signalIfAlive } from "../../scripts/system/processes";
import type { Clocks } from "./clocks";
import { type Fault, heldWords, holdMs, stopped } from "./fault";

const minuteMs = 60_000;
const killEveryMs = 5_000;
const wrongSeconds = 60;
const patienceMs = 30_000;

/** As the machine would end it: our supervisor starts it again, and nobody's hands. */
async function killed(member: Member | undefined): Promise<void> {
  if (member?.pid === undefined) return;
  const { pid } = member;
  signalIfAlive(-pid, "SIGKILL");
  while (member.pid === pid || member.pid === undefined) await sleep(20);
  await member.ready();
}

async function frozen(member: Member): Promise<void> {
  await stopped(member.pid);
  await member.ready();
}

/** Whoever runs at that moment dies, over and over; the last ones come back for good. */
async function killedForAMinute(workers: readonly Member[]): Promise<void> {
  const endMs = monotonicMs() + minuteMs;
  while (monotonicMs() < endMs) {
    for (const { pid } of workers) if (pid !== undefined) signalIfAlive(-pid, "SIGKILL");
    await sleep(killEveryMs);
  }
  await Promise.all(workers.map((worker) => worker.ready()));
}

const heldRow = z.object({ pid: z.number() });

/** Which connection of the database holds the relay. */
async function relayHolder(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query(
    "select pid from pg_locks where locktype = 'advisory' and objid = $1 and granted",
    [relayLock],
  );
  return rows.length === 0 ? null : heldRow.parse(rows[0]).pid;
}

/** Stops a worker in the middle of its turn as the relay, so that nobody else can have one. */
async function relayStopped(workers: readonly Member[], url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const giveUpMs = monotonicMs() + patienceMs;
  try {
    for (let turn = 0; monotonicMs() < giveUpMs; turn += 1) {
      const worker = workers[turn % workers.length];
      if (worker?.pid === undefined) continue;
      signalIfAlive(worker.pid, "SIGSTOP");
      const holder = await relayHolder(client);
      await sleep(holder === null ? 0 : 100);
      if (holder !== null && (await relayHolder(client)) === holder) {
        await sleep(holdMs);
        signalIfAlive(worker.pid, "SIGCONT");
        return worker.ready();
      }
      signalIfAlive(worker.pid, "SIGCONT");
      await sleep(10);
    }
    throw new Error("no worker was caught in its turn as the relay");
  } finally {
    await client.end();
  }
}

const short = ({ name }: Member) => name.endsWith("-1");

/** Each process of ours killed and frozen, the workers over and over, and one clock that is wrong. */
export function processFaults(stack: Stack, clocks: Clocks | null): Fault[] {
  const each = stack.members.flatMap((member): Fault[] => [
    { name: `${member.name} killed`, short: short(member), happen: () => killed(member) },
    { name: `${member.name} frozen ${heldWords}`, short: false, happen: () => frozen(member) },
  ]);
  const wrong = stack.members.filter(({ name }) => clocks?.envOf(name).LD_PRELOAD !== undefined);
  const hours = wrong.flatMap(({ name }) =>
    ([wrongSeconds, -wrongSeconds] as const).map((seconds): Fault => {
      const way = seconds > 0 ? "fast" : "slow";
      return {
        name: `the clock of ${name} a minute ${way} ${heldWords}`,
        short: name.startsWith("worker") && seconds > 0,
        happen: async () => {
          clocks?.set(name, seconds);
          await sleep(holdMs);
          clocks?.set(name, 0);
        },
      };
    }),
  );
  return [
    ...each,
    {
      name: "all workers killed every 5 s for a minute",
      short: false,
      happen: () => killedForAMinute(stack.workers),
    },
    {
      name: `a worker frozen ${heldWords} while it holds the relay`,
      short: true,
      happen: () => relayStopped(stack.workers, stack.services.directUrl),
    },
    ...hours,
  ];
}
