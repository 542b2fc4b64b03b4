import { done, type Processor, processes } from "@/platform/queues";
import { applyAccess } from "./commands/apply-access";
import { applyAccessChange } from "./jobs";

export const identityProcessors: readonly Processor[] = [
  processes(applyAccessChange, async ({ userId }) => {
    await applyAccess(userId);
    return done();
  }),
];
