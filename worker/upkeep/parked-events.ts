import { log } from "@/platform/log";
import { noticeCommit, tryParkedAgain } from "@/platform/outbox";

/**
 * A worker that starts may be the version that can publish what another could not, and a queue that
 * refused may accept by now: nobody has to remember what was parked.
 */
export async function publishParkedAgain(): Promise<void> {
  const events = await tryParkedAgain();
  if (events === 0) return;
  log().info({ events }, "parked events are tried again");
  noticeCommit();
}
