import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, run } from "@/trpc/procedures";
import { displayView } from "./commands/display-view";
import { pinView } from "./commands/pin-view";
import { changeView, createView, removeView } from "./commands/save-view";
import { countOf, viewCounts } from "./queries/counts";
import { filtersUsing, usesInput } from "./queries/uses";
import { viewList } from "./queries/visible";
import { countSchema } from "./schema";

export const viewsRouter = router({
  list: agentProcedure.query(({ ctx }) => viewList(ctx.actor)),
  counts: agentProcedure.query(async ({ ctx }) =>
    viewCounts(ctx.actor, (await viewList(ctx.actor)).views),
  ),
  count: agentProcedure
    .input(countSchema)
    .query(({ ctx, input }) => countOf(ctx.actor, input.filter)),
  create: agentProcedure.input(createView.schema).mutation(run(createView)),
  change: agentProcedure.input(changeView.schema).mutation(run(changeView)),
  remove: agentProcedure.input(removeView.schema).mutation(run(removeView)),
  pin: agentProcedure.input(pinView.schema).mutation(run(pinView)),
  display: agentProcedure.input(displayView.schema).mutation(run(displayView)),
  uses: adminProcedure.input(usesInput).query(({ input }) => filtersUsing(input)),
});
