import { router } from "@/trpc/init";
import { customerProcedure, run } from "@/trpc/procedures";
import { deleteAccount } from "./commands/delete-account";
import { requestExport } from "./commands/request-export";
import { latestExport } from "./queries/exports";

export const privacyRouter = router({
  latestExport: customerProcedure.query(({ ctx }) => latestExport(ctx.actor)),
  requestExport: customerProcedure.input(requestExport.schema).mutation(run(requestExport)),
  deleteAccount: customerProcedure.input(deleteAccount.schema).mutation(run(deleteAccount)),
});
