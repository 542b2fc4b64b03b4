import {
  checkDue,
  dueCounts,
  noteZoneData,
  openRecomputes,
  recompute,
  showCrossed,
} from "@/modules/sla";
import { systemActor } from "@/platform/auth/actor";
import { now, nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** Asks for what falls due to be told; workers that look at the same moment ask for the same jobs. */
export async function askForDueClocks(): Promise<void> {
  const { due, unshown } = await dueCounts(now());
  const sweep = Math.floor(nowMs() / limits.slaSweepMs);
  const parts = (count: number, batch: number) =>
    Array.from({ length: Math.ceil(count / batch) }, (_, part) => part);
  const asks =
    due > 0
      ? parts(due, limits.slaDueBatchMax).map((part) => ask(checkDue, { sweep, part }))
      : parts(Math.min(unshown, 2 * limits.slaShowBatchMax), limits.slaShowBatchMax).map((part) =>
          ask(showCrossed, { sweep, part }),
        );
  await Promise.all(asks.map(addJob));
}

/** Clocks are read again when this process knows a newer time zone database than they do. */
export async function noteZoneDatabase(): Promise<void> {
  const version = process.versions.tz ?? "unknown";
  await noteZoneData.execute(systemActor, { commandId: newId(), version });
}

/** Goes on with the runs that read clocks again. */
export async function goOnRecomputing(): Promise<void> {
  for (const run of await openRecomputes())
    await addJob(ask(recompute, { runId: run.id, checkedCount: run.checkedCount }));
}
