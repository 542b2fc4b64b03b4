import { router } from "@/trpc/init";
import { adminProcedure, publicProcedure, run } from "@/trpc/procedures";
import { saveLogo } from "./commands/save-logo";
import { saveWorkspace } from "./commands/save-workspace";
import { workspaceLook, workspaceSettings } from "./queries/settings";

export const workspaceRouter = router({
  /** What pages look like is known to whoever opens one; each page asks, so it takes no points. */
  look: publicProcedure.meta({ cost: 0 }).query(workspaceLook),
  settings: adminProcedure.query(workspaceSettings),
  save: adminProcedure.input(saveWorkspace.schema).mutation(run(saveWorkspace)),
  saveLogo: adminProcedure.input(saveLogo.schema).mutation(run(saveLogo)),
});
