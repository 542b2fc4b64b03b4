import { learnWords, speakLanguage } from "@/modules/search";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** One job for each stretch of time, whoever asks for it. */
export async function learnNewWords(): Promise<void> {
  await addJob(ask(learnWords, { tick: Math.floor(nowMs() / limits.wordSweepMs) }));
}

export async function speakTheLanguage(): Promise<void> {
  await addJob(ask(speakLanguage, { tick: Math.floor(nowMs() / limits.searchLanguageSweepMs) }));
}
