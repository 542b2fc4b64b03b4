import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, run } from "@/trpc/procedures";
import { cancelBulk, changeSome, startBulk, undoBulk } from "./commands/run";
import { failuresOf, leftActions, recentActions } from "./queries/actions";
import { failuresSchema, leftSchema } from "./schema";

export const bulkRouter = router({
  recent: agentProcedure.query(({ ctx }) => recentActions(ctx.actor)),
  left: adminProcedure.input(leftSchema).query(({ input }) => leftActions(input.personId)),
  failures: agentProcedure
    .input(failuresSchema)
    .query(({ ctx, input }) => failuresOf(ctx.actor, input.actionId)),
  changeSome: agentProcedure.input(changeSome.schema).mutation(run(changeSome)),
  start: agentProcedure.input(startBulk.schema).mutation(run(startBulk)),
  undo: agentProcedure.input(undoBulk.schema).mutation(run(undoBulk)),
  cancel: agentProcedure.input(cancelBulk.schema).mutation(run(cancelBulk)),
});
