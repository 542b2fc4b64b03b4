import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure } from "@/trpc/procedures";
import { viewCounts } from "./queries/counts";
import { filtersUsing, usesInput } from "./queries/uses";
import { standardViews } from "./rules/standard-views";

export const viewsRouter = router({
  list: agentProcedure.query(() => ({ views: standardViews })),
  counts: agentProcedure.query(({ ctx }) => viewCounts(ctx.actor, standardViews)),
  uses: adminProcedure.input(usesInput).query(({ input }) => filtersUsing(input)),
});
