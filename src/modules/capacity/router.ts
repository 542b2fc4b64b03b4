import { processReports } from "@/platform/processes";
import { router } from "@/trpc/init";
import { adminProcedure } from "@/trpc/procedures";

export const capacityRouter = router({
  processes: adminProcedure.query(async () => ({ processes: await processReports() })),
});
