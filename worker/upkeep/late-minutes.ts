import { countLateMinutes } from "@/modules/capacity";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** Promises end all day long; where their minutes went is written down a few at a time. */
export async function askForLateMinutes(): Promise<void> {
  await addJob(ask(countLateMinutes, { slot: Math.floor(nowMs() / limits.lateSweepMs) }));
}
