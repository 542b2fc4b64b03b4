import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { done, type Processor, processes } from "@/platform/queues";
import { writeMails } from "./commands/write-mails";
import { writeToCustomers } from "./jobs";

export const mailProcessors: readonly Processor[] = [
  processes(writeToCustomers, async ({ event }) => {
    await writeMails.execute(systemActor, { commandId: newId(), event });
    return done();
  }),
];
