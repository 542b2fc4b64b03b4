import { processReports } from "@/platform/processes";
import { adminProcedure } from "@/trpc/procedures";
import { router } from "@/trpc/init";

export const capacityRouter = router({
  processes: adminProcedure.query(async () => ({ processes: await processReports() })),
});
