import { poolPlan } from "@/platform/database";
import { processShared } from "@/platform/process";
import type { QueueRule } from "./registry";

type Priority = QueueRule["priority"];
type Waiting = { priority: Priority; start: () => void };
type Turns = { running: Record<Priority, number>; waiting: Waiting[] };

const turns = () =>
  processShared("job-turns", (): Turns => ({ running: { 1: 0, 2: 0, 3: 0 }, waiting: [] }));

/**
 * How many jobs of a priority may run beside more urgent ones: jobs wait for the database most of
 * the time, so what they share out is the pool. Half of it, then a quarter, never none.
 */
const besideUrgent = (priority: Priority, connections: number) =>
  Math.max(1, Math.floor(connections / 2 ** (priority - 1)));

function mayRun({ running }: Turns, priority: Priority): boolean {
  const isUrgentBusy =
    (priority > 1 && running[1] > 0) || (priority > 2 && running[2] + running[1] > 0);
  return !isUrgentBusy || running[priority] < besideUrgent(priority, poolPlan().max);
}

function startNext(all: Turns): void {
  for (const one of [...all.waiting].sort((a, b) => a.priority - b.priority)) {
    if (!mayRun(all, one.priority)) continue;
    all.waiting.splice(all.waiting.indexOf(one), 1);
    all.running[one.priority] += 1;
    one.start();
  }
}

/**
 * Waits until a job of this priority may run in this process and gives what ends its turn. A queue
 * alone in its process never waits; beside a more urgent one that is busy it keeps to its part, so
 * that a backlog of figures cannot take the connections of promises. Nobody is shut out.
 */
export async function takeTurn(priority: Priority): Promise<() => void> {
  const all = turns();
  await new Promise<void>((resolve) => {
    all.waiting.push({ priority, start: resolve });
    startNext(all);
  });
  return () => {
    all.running[priority] -= 1;
    startNext(all);
  };
}
