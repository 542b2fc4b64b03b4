import * as z from "zod";
import { defineJob } from "@/platform/queues";

const tick = z.object({ tick: z.int() });

/** Learns the words of new messages, and of old ones as far as they are not learned yet. */
export const learnWords = defineJob({
  name: "search.learnWords",
  queue: "analytics",
  payload: tick,
  id: (job) => `learn-words-${job.tick}`,
});

/** Makes search speak the language that the environment names; for hours on a large installation. */
export const speakLanguage = defineJob({
  name: "search.speakLanguage",
  queue: "analytics",
  payload: tick,
  id: (job) => `speak-language-${job.tick}`,
  timeoutMs: 24 * 3_600_000,
});
