import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { monotonicMs, now } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes } from "@/platform/queues";
import { checkDueBatch } from "./commands/check-due";
import { followTagInPolicies } from "./commands/follow-tag";
import { followEvent } from "./commands/follow-ticket";
import { recomputeBatch } from "./commands/recompute-batch";
import { showCrossedBatch } from "./commands/show-crossed";
import { checkDue, followTicket, policiesFollowTag, recompute, showCrossed } from "./jobs";
import { dueCounts } from "./queries/due";

export const slaProcessors: readonly Processor[] = [
  processes(followTicket, async ({ eventId, ticketId }) => {
    await followEvent.execute(systemActor, { commandId: newId(), eventId, ticketId });
    return done();
  }),
  processes(checkDue, async () => {
    for (let batch = 0; batch < limits.slaDueBatchesPerJobMax; batch += 1) {
      const { taken } = await checkDueBatch.execute(systemActor, { commandId: newId() });
      if (taken === 0) break;
    }
    return done();
  }),
  processes(showCrossed, async () => {
    // Telling comes first: what falls due meanwhile has the machine for itself.
    const untilMs = monotonicMs() + limits.slaRecomputeSliceMs;
    while (monotonicMs() < untilMs && (await dueCounts(now())).due === 0) {
      const { taken } = await showCrossedBatch.execute(systemActor, { commandId: newId() });
      if (taken === 0) break;
    }
    return done();
  }),
  processes(recompute, async ({ runId }) => {
    const untilMs = monotonicMs() + limits.slaRecomputeSliceMs;
    while (monotonicMs() < untilMs) {
      const batch = await recomputeBatch.execute(systemActor, { commandId: newId(), runId });
      if (batch.done) break;
    }
    return done();
  }),
  processes(policiesFollowTag, async ({ name, becomes, byId }) => {
    const actor = (await actorById(byId)) ?? systemActor;
    await followTagInPolicies.execute(actor, { commandId: newId(), name, becomes });
    return done();
  }),
];
