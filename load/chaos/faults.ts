import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "../../scripts/start/member";
import type { Stack } from "../../scripts/start/stack";
import { signalIfAlive } from "../../scripts/system/processes";
import type { Line, LineState } from "./line";
import type { BreakableServices } from "./services";

export type Fault = {
  name: string;
  /** Whether it belongs to the short form. */
  short: boolean;
  /** Breaks it, leaves it broken for a while where that makes sense, and ends when it is whole again. */
  happen: () => Promise<void>;
};

const holdMs = 6_000;

/** As the machine would end it: our supervisor starts it again, and nobody's hands. */
async function killed(member: Member | undefined): Promise<void> {
  if (member?.pid === undefined) return;
  const { pid } = member;
  signalIfAlive(-pid, "SIGKILL");
  while (member.pid === pid || member.pid === undefined) await sleep(20);
  await member.ready();
}

async function frozen(member: Member | undefined): Promise<void> {
  if (member?.pid === undefined) return;
  signalIfAlive(member.pid, "SIGSTOP");
  await sleep(holdMs);
  signalIfAlive(member.pid, "SIGCONT");
  await member.ready();
}

async function through(line: Line, state: LineState): Promise<void> {
  line.set(state);
  await sleep(holdMs);
  line.set("open");
}

/** Ends a server of ours from outside; who supervises it starts it again. */
async function ended(pid: () => number | undefined, signal: NodeJS.Signals): Promise<void> {
  const before = pid();
  if (before === undefined) return;
  signalIfAlive(before, signal);
  while (pid() === before) await sleep(20);
}

/** Everything that is broken, one at a time, in this order. */
export function faultsOf(stack: Stack, breakable: BreakableServices): Fault[] {
  const { database, store, replica, services } = breakable;
  const processes = stack.members.flatMap((member): Fault[] => {
    const short = member.name.endsWith("-1");
    return [
      { name: `${member.name} killed`, short, happen: () => killed(member) },
      {
        name: `${member.name} frozen for ${holdMs / 1_000} s`,
        short: false,
        happen: () => frozen(member),
      },
    ];
  });
  const lines = (["slow", "blackhole", "cut"] as const).flatMap((state): Fault[] => [
    {
      name: `network to PostgreSQL: ${state} for ${holdMs / 1_000} s`,
      short: false,
      happen: () => through(database, state),
    },
    {
      name: `network to Valkey: ${state} for ${holdMs / 1_000} s`,
      short: state === "cut",
      happen: () => through(store, state),
    },
  ]);
  return [
    ...processes,
    {
      name: "all workers killed, three times",
      short: false,
      happen: async () => {
        for (let time = 0; time < 3; time += 1) await Promise.all(stack.workers.map(killed));
      },
    },
    {
      name: "Valkey killed",
      short: true,
      happen: () => ended(() => services.valkey?.current().pid, "SIGKILL"),
    },
    {
      name: "Valkey restarted",
      short: false,
      happen: async () => services.valkey?.restart(),
    },
    {
      name: "PostgreSQL restarted (fast)",
      short: false,
      happen: async () => services.postgres?.restart(),
    },
    {
      name: "PostgreSQL restarted (immediate)",
      short: true,
      happen: () => ended(() => services.postgres?.current().pid, "SIGQUIT"),
    },
    {
      name: "the replica killed, and back",
      short: true,
      happen: async () => {
        await replica.kill();
        await sleep(holdMs / 2);
        await replica.start();
      },
    },
    {
      name: `the replica's replay paused for ${holdMs / 1_000} s`,
      short: false,
      happen: async () => {
        await replica.pause();
        await sleep(holdMs);
        await replica.resume();
      },
    },
    ...lines,
  ];
}
