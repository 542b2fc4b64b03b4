import * as z from "zod";
import { commandIdSchema } from "@/platform/command";
import { router } from "@/trpc/init";
import { agentProcedure } from "@/trpc/procedures";
import { stopActivity } from "./commands/stop-activity";
import { onlyInDemo, runningActivity } from "./queries/activity";

export const demoRouter = router({
  status: agentProcedure.query(async () => {
    onlyInDemo();
    return { active: (await runningActivity()) !== null };
  }),
  stop: agentProcedure
    .input(z.object({ commandId: commandIdSchema }))
    .mutation(() => stopActivity()),
});
