import { router } from "@/trpc/init";
import { agentProcedure } from "@/trpc/procedures";
import { viewCounts } from "./queries/counts";
import { standardViews } from "./rules/standard-views";

export const viewsRouter = router({
  list: agentProcedure.query(() => ({ views: standardViews })),
  counts: agentProcedure.query(({ ctx }) => viewCounts(ctx.actor, standardViews)),
});
