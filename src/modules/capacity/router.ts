import * as z from "zod";
import { processReports } from "@/platform/processes";
import { failedJobs, queueNames } from "@/platform/queues";
import { router } from "@/trpc/init";
import { adminProcedure, run } from "@/trpc/procedures";
import { keepLoadReport, removeLoadReport } from "./commands/load-reports";
import { operateQueue, operateQueueSchema } from "./commands/operate-queue";
import { removePlan, savePlan } from "./commands/plans";
import { setScalingPolicy, setScalingPolicySchema } from "./commands/set-scaling-policy";
import { budgetReports } from "./queries/budgets";
import { forecastFor } from "./queries/forecast";
import { objectiveReports, whatBurned } from "./queries/objectives";
import { overview } from "./queries/overview";
import { measuredTimes, savedPlans } from "./queries/plans";
import { operatorActions, queueReports } from "./queries/queues";
import { scaledSubjects, scalingDecisions, scalingTrace } from "./queries/scaling";
import { todaysLoad } from "./queries/todays-load";
import { objectiveNames } from "./rules/objectives";
import { scalingSubjects } from "./rules/scaling/subjects";

export const capacityRouter = router({
  processes: adminProcedure.query(async () => ({ processes: await processReports() })),
  overview: adminProcedure.query(() => overview()),
  objectives: adminProcedure.query(() => objectiveReports()),
  burned: adminProcedure
    .input(z.object({ objective: z.enum(objectiveNames) }))
    .query(({ input }) => whatBurned(input.objective)),
  queues: adminProcedure.query(() => queueReports()),
  failedJobs: adminProcedure
    .input(z.object({ queue: z.enum(queueNames) }))
    .query(async ({ input }) => ({ jobs: await failedJobs(input.queue) })),
  operateQueue: adminProcedure
    .input(operateQueueSchema)
    .mutation(({ ctx, input }) => operateQueue(ctx.actor, input)),
  operatorActions: adminProcedure.query(async () => ({ actions: await operatorActions() })),
  budgets: adminProcedure.query(() => budgetReports()),
  scaling: adminProcedure.query(() => scaledSubjects()),
  scalingDecisions: adminProcedure.query(() => scalingDecisions()),
  scalingTrace: adminProcedure
    .input(z.object({ subject: z.enum(scalingSubjects) }))
    .query(({ input }) => scalingTrace(input.subject)),
  setScalingPolicy: adminProcedure
    .input(setScalingPolicySchema)
    .mutation(({ ctx, input }) => setScalingPolicy.execute(ctx.actor, input)),
  forecast: adminProcedure
    .input(z.object({ calendarId: z.uuid().optional() }))
    .query(({ input }) => forecastFor(input.calendarId ?? null)),
  plans: adminProcedure.query(() => savedPlans()),
  savePlan: adminProcedure.input(savePlan.schema).mutation(run(savePlan)),
  removePlan: adminProcedure.input(removePlan.schema).mutation(run(removePlan)),
  keepLoadReport: adminProcedure.input(keepLoadReport.schema).mutation(run(keepLoadReport)),
  removeLoadReport: adminProcedure.input(removeLoadReport.schema).mutation(run(removeLoadReport)),
  measuredTimes: adminProcedure.query(() => measuredTimes()),
  todaysLoad: adminProcedure.query(({ ctx }) => todaysLoad(ctx.actor.id)),
});
