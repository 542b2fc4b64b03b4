import { done, type Processor, processes } from "@/platform/queues";
import { useSearchLanguage } from "./commands/keep-indexes";
import { learnForAWhile } from "./commands/learn-words";
import { learnWords, speakLanguage } from "./jobs";

/** What the worker does for search. */
export const searchProcessors: readonly Processor[] = [
  processes(learnWords, async () => {
    await learnForAWhile();
    return done();
  }),
  processes(speakLanguage, async () => {
    await useSearchLanguage();
    return done();
  }),
];
