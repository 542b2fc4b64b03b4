import * as z from "zod";
import { ticketHead } from "@/modules/tickets";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, customerProcedure, run } from "@/trpc/procedures";
import { retireCalendar, saveCalendar } from "./commands/calendars";
import { orderPolicies, retirePolicy, savePolicy } from "./commands/policies";
import { expectedAnswer } from "./queries/expected";
import { explainTicket } from "./queries/explain";
import { previewPolicy } from "./queries/preview";
import { latestRecompute } from "./queries/recomputes";
import { calendarViews, policyViews } from "./queries/settings";
import { policyDraftSchema } from "./schema";

const numberSchema = z.object({ number: z.int().positive().max(Number.MAX_SAFE_INTEGER) });

export const slaRouter = router({
  /** By when a customer hears from us; never by which policy. */
  expected: customerProcedure
    .input(numberSchema)
    .query(async ({ ctx, input }) => expectedAnswer(await ticketHead(ctx.actor, input.number))),
  explain: agentProcedure
    .input(numberSchema)
    .query(async ({ ctx, input }) => explainTicket(await ticketHead(ctx.actor, input.number))),
  policies: adminProcedure.query(async () => ({
    policies: await policyViews(),
    calendars: await calendarViews(),
  })),
  recompute: adminProcedure.query(async () => ({ latest: await latestRecompute() })),
  preview: adminProcedure
    .input(policyDraftSchema.extend({ policyId: z.uuid().nullable() }))
    .query(({ input: { policyId, ...draft } }) => previewPolicy(draft, policyId)),
  savePolicy: adminProcedure.input(savePolicy.schema).mutation(run(savePolicy)),
  orderPolicies: adminProcedure.input(orderPolicies.schema).mutation(run(orderPolicies)),
  retirePolicy: adminProcedure.input(retirePolicy.schema).mutation(run(retirePolicy)),
  saveCalendar: adminProcedure.input(saveCalendar.schema).mutation(run(saveCalendar)),
  retireCalendar: adminProcedure.input(retireCalendar.schema).mutation(run(retireCalendar)),
});
