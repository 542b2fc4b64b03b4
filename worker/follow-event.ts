import { nowMs } from "@/platform/clock";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { addJob, done, type Processor, processes, snoozed } from "@/platform/queues";
import { followEvent } from "./jobs";
import { asksOf, isUnderstood } from "./subscriptions";

const follow = processes(followEvent, async ({ event, askedAtMs }) => {
  if (isUnderstood(event)) {
    for (const ask of asksOf(event)) await addJob(ask);
    return done();
  }
  // While an installation is upgraded, a worker that understands it is there or comes soon.
  if (nowMs() - askedAtMs < limits.newerJobMsMax) return snoozed(nowMs() + limits.newerJobAgainMs);
  const { name, version } = event;
  throw new AppError("job_version_unknown", { detail: { event: name, version } });
});

/** What an older worker published without understanding it is followed by one that does. */
export const followEventProcessor: Processor = {
  ...follow,
  reads: (data) => {
    const read = followEvent.payload.safeParse(data.payload);
    return read.success && isUnderstood(read.data.event);
  },
};
