import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, customerProcedure, run } from "@/trpc/procedures";
// Admins find the letter of this module among all others.
import "./queries/letters";
import { saveSatisfactionSettings } from "./commands/save-settings";
import { ratingOfRequest, ratingsOfTicket } from "./queries/rating";
import { satisfactionSettings } from "./queries/settings";
import { ratingComments, satisfactionSummary } from "./queries/summary";
import { commentsSchema, ofTicketSchema, summarySchema } from "./schema";

export const satisfactionRouter = router({
  ofRequest: customerProcedure
    .input(ofTicketSchema)
    .query(({ ctx, input }) => ratingOfRequest(ctx.actor, input)),
  ofTicket: agentProcedure.input(ofTicketSchema).query(({ input }) => ratingsOfTicket(input)),
  summary: adminProcedure.input(summarySchema).query(({ input }) => satisfactionSummary(input)),
  comments: adminProcedure.input(commentsSchema).query(({ input }) => ratingComments(input)),
  settings: adminProcedure.query(satisfactionSettings),
  saveSettings: adminProcedure
    .input(saveSatisfactionSettings.schema)
    .mutation(run(saveSatisfactionSettings)),
});
