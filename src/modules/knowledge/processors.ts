import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes } from "@/platform/queues";
import { noteCleared } from "./commands/note-cleared";
import { publishDue } from "./commands/publish";
import { clearHelp, publishScheduled } from "./jobs";
import { clearCategories } from "./queries/categories";
import { clearPages } from "./queries/pages";

export const knowledgeProcessors: readonly Processor[] = [
  // Clearing twice does no harm; it is remembered after it was done.
  processes(clearHelp, async ({ eventId, pages }) => {
    if (pages === null) await clearCategories();
    else await clearPages(pages.language, pages.slugs);
    await noteCleared.execute(systemActor, { commandId: newId(), eventId });
    return done();
  }),
  processes(publishScheduled, async (_, { signal }) => {
    for (;;) {
      const { published } = await publishDue.execute(systemActor, { commandId: newId() });
      if (published < limits.kbPublishBatchRows || signal.aborted) return done();
    }
  }),
];
