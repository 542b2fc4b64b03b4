import { actorById } from "@/modules/identity";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { fillExport } from "./commands/make-export";
import { makeExport } from "./jobs";
import { exportedPerson } from "./queries/exports";

export const privacyProcessors: readonly Processor[] = [
  processes(makeExport, async ({ exportId }, { signal }) => {
    const personId = await exportedPerson(exportId);
    const actor = personId === null ? null : await actorById(personId);
    if (actor === null) return cancelled("it is there, or nobody is there to have it");
    await fillExport(actor, exportId, signal);
    return done();
  }),
];
