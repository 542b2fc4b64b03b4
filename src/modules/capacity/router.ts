import * as z from "zod";
import { metrics } from "@/modules/sla";
import { ticketHead } from "@/modules/tickets";
import { processReports } from "@/platform/processes";
import { failedJobs, queueNames } from "@/platform/queues";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, publicProcedure, run } from "@/trpc/procedures";
import { acknowledgeIncident, noteIncident } from "./commands/incidents";
import { keepLoadReport, removeLoadReport } from "./commands/load-reports";
import { cancelLoadRun, removeLoadRun, startLoadRun } from "./commands/load-runs";
import { operateQueue, operateQueueSchema } from "./commands/operate-queue";
import { removePlan, savePlan } from "./commands/plans";
import { setFigures, setFiguresSchema } from "./commands/set-figures";
import { setScalingPolicy, setScalingPolicySchema } from "./commands/set-scaling-policy";
import { switchSurge, switchSurgeSchema } from "./commands/switch-surge";
import { budgetReports } from "./queries/budgets";
import { whatBurned } from "./queries/burned";
import { delayOf } from "./queries/delay";
import { figures } from "./queries/figures";
import { forecastFor } from "./queries/forecast";
import { incident, incidents, incidentsInput } from "./queries/incidents";
import { lateMinutes } from "./queries/late-minutes";
import { loadRun, loadRuns } from "./queries/load-runs";
import { objectiveReports } from "./queries/objectives";
import { overview } from "./queries/overview";
import { measuredTimes, savedPlans } from "./queries/plans";
import { operatorActions, queueReports } from "./queries/queues";
import { scaledSubjects, scalingDecisions, scalingTrace } from "./queries/scaling";
import { slowCalls } from "./queries/slow-calls";
import { supportReports } from "./queries/support-objectives";
import { surge } from "./queries/surge";
import { todaysLoad } from "./queries/todays-load";
import { viewCosts } from "./queries/view-costs";
import { queueWeather, replyWeather } from "./queries/weather";
import { objectiveNames } from "./rules/figures/objectives";
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
  figures: adminProcedure.query(() => figures()),
  setFigures: adminProcedure
    .input(setFiguresSchema)
    .mutation(({ ctx, input }) => setFigures.execute(ctx.actor, input)),
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
  loadRuns: adminProcedure.query(() => loadRuns()),
  loadRun: adminProcedure.input(z.object({ id: z.uuid() })).query(({ input }) => loadRun(input.id)),
  startLoadRun: adminProcedure.input(startLoadRun.schema).mutation(run(startLoadRun)),
  cancelLoadRun: adminProcedure.input(cancelLoadRun.schema).mutation(run(cancelLoadRun)),
  removeLoadRun: adminProcedure.input(removeLoadRun.schema).mutation(run(removeLoadRun)),
  measuredTimes: adminProcedure.query(() => measuredTimes()),
  queueWeather: agentProcedure.query(({ ctx }) => queueWeather(ctx.actor.id)),
  replyWeather: publicProcedure.query(() => replyWeather()),
  slowCalls: adminProcedure.query(() => slowCalls()),
  viewCosts: adminProcedure.query(({ ctx }) => viewCosts(ctx.actor)),
  supportObjectives: adminProcedure.query(() => supportReports()),
  delay: adminProcedure
    .input(z.object({ number: z.int().positive(), metric: z.enum(metrics) }))
    .query(async ({ ctx, input }) =>
      delayOf(await ticketHead(ctx.actor, input.number), input.metric),
    ),
  lateMinutes: adminProcedure.query(() => lateMinutes()),
  surge: adminProcedure.query(() => surge()),
  switchSurge: adminProcedure
    .input(switchSurgeSchema)
    .mutation(({ ctx, input }) => switchSurge(ctx.actor, input)),
  incidents: adminProcedure.input(incidentsInput).query(({ input }) => incidents(input)),
  incident: adminProcedure
    .input(z.object({ id: z.uuid() }))
    .query(({ input }) => incident(input.id)),
  acknowledgeIncident: adminProcedure
    .input(acknowledgeIncident.schema)
    .mutation(run(acknowledgeIncident)),
  noteIncident: adminProcedure.input(noteIncident.schema).mutation(run(noteIncident)),
  todaysLoad: adminProcedure.query(({ ctx }) => todaysLoad(ctx.actor.id)),
});
