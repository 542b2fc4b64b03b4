import { mailsStoredSince, takeInMail } from "@/modules/mail";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** A mail that is still to be read although its job should have run: the queue lost it, or gave up. */
export async function takeInStoredMails(): Promise<void> {
  const sweep = Math.floor(nowMs() / limits.storedMailAgeMs);
  const stored = await mailsStoredSince(new Date(nowMs() - limits.storedMailAgeMs));
  for (const { id, round } of stored)
    await addJob(ask(takeInMail, { rawMailId: id, round, sweep }));
}
