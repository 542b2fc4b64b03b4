import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { mailsWaitingSince, sendMail } from "@/platform/mailer";
import { addJob, ask } from "@/platform/queues";

/** A mail that waits although nobody has tried it: the queue lost its job. */
export async function sendWaitingMails(): Promise<void> {
  const waiting = await mailsWaitingSince(new Date(nowMs() - limits.republishAfterMs));
  for (const { id, bulk } of waiting) await addJob(ask(sendMail, { mailId: id }, { isBulk: bulk }));
}
