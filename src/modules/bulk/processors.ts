import { setTimeout as wait } from "node:timers/promises";
import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { untoldEvents } from "@/platform/outbox";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { forgetFields } from "./commands/forget-fields";
import { workOn } from "./commands/work";
import { forgetBefore, runBulk } from "./jobs";
import { runningAction } from "./queries/actions";

/** Events are told in their order: what others do meanwhile must not wait behind all of an action's. */
async function othersFirst(signal: AbortSignal): Promise<void> {
  const untilMs = monotonicMs() + limits.bulkWaitMsMax;
  const isFull = async () =>
    (await untoldEvents(limits.bulkEventsAheadMax)) === limits.bulkEventsAheadMax;
  while (monotonicMs() < untilMs && (await isFull()))
    await wait(limits.bulkWaitMs, undefined, { signal });
}

export const bulkProcessors: readonly Processor[] = [
  processes(forgetBefore, async (about) => {
    await forgetFields.execute(systemActor, { commandId: newId(), ...about });
    return done();
  }),
  processes(runBulk, async ({ actionId }, { signal }) => {
    const action = await runningAction(actionId);
    const actor = action === null ? null : await actorById(action.askedBy);
    if (action === null || actor === null)
      return cancelled("it has ended, or who asked for it is gone");
    for (;;) {
      signal.throwIfAborted();
      await othersFirst(signal);
      const { finished } = await workOn(actor, { actionId, deed: action.deed });
      if (finished) return done();
    }
  }),
];
