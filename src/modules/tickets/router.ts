import * as z from "zod";
import { dependsOnTime } from "@/modules/filters";
import { limits } from "@/platform/limits";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, customerProcedure, run } from "@/trpc/procedures";
import { changeRequester } from "./commands/change-requester";
import { followTicket } from "./commands/follow";
import { startHandover } from "./commands/hand-over";
import { linkTickets, unlinkTickets } from "./commands/link-tickets";
import { markSeen } from "./commands/mark-seen";
import { mergePeople, unmergePeople } from "./commands/merge-people";
import { requestStatus } from "./commands/request-status";
import { addParticipant, followRequest, removeParticipant } from "./commands/share-request";
import { snoozeTicket } from "./commands/snooze";
import { markSpam, unmarkSpam } from "./commands/spam";
import { addTime, removeTime, startTimer, stopTimer } from "./commands/track-time";
import { updateTicket } from "./commands/update-ticket";
import { whereOf } from "./queries/asker";
import { handoverInput, handoverOf } from "./queries/handover";
import { type TicketPage, ticketActivity, ticketHead, ticketPage } from "./queries/pages";
import { similarInput, similarTickets } from "./queries/similar";
import { completeInput, completeTags, tagList, tagListInput } from "./queries/tags";
import { trashInput, trashPage } from "./queries/trash";
import { understoodFilter } from "./queries/understood";
import { ticketSorts } from "./rules/sort";

const mark = z.string().max(limits.pageMarkCharsMax);
const numberSchema = z.object({ number: z.int().positive().max(Number.MAX_SAFE_INTEGER) });

const listSchema = z
  .object({
    filter: z.string().max(limits.filterCharsMax).default(""),
    sort: z.enum(ticketSorts).default("updated"),
    /** The rows below this place. */
    after: mark.optional(),
    /** The rows above this place, and the one at it. */
    until: mark.optional(),
  })
  .refine(({ after, until }) => after === undefined || until === undefined, {
    message: "Ask for the page after a place or for the one before it.",
    path: ["until"],
  });

export const ticketsRouter = router({
  list: agentProcedure.input(listSchema).query(async ({ ctx, input }): Promise<TicketPage> => {
    const { filter, ...border } = input;
    const expression = await understoodFilter(filter);
    const where = await whereOf(ctx.actor, expression);
    const page = await ticketPage(ctx.actor, { where, ...border });
    return dependsOnTime(expression) ? { ...page, moves: true } : page;
  }),
  activity: agentProcedure.input(numberSchema).query(async ({ ctx, input }) => ({
    entries: await ticketActivity(await ticketHead(ctx.actor, input.number)),
  })),
  update: agentProcedure.input(updateTicket.schema).mutation(run(updateTicket)),
  similar: agentProcedure
    .input(similarInput)
    .query(async ({ ctx, input }) => ({ tickets: await similarTickets(ctx.actor, input) })),
  link: agentProcedure.input(linkTickets.schema).mutation(run(linkTickets)),
  unlink: agentProcedure.input(unlinkTickets.schema).mutation(run(unlinkTickets)),
  follow: agentProcedure.input(followTicket.schema).mutation(run(followTicket)),
  snooze: agentProcedure.input(snoozeTicket.schema).mutation(run(snoozeTicket)),
  markSpam: agentProcedure.input(markSpam.schema).mutation(run(markSpam)),
  unmarkSpam: agentProcedure.input(unmarkSpam.schema).mutation(run(unmarkSpam)),
  trash: adminProcedure.input(trashInput).query(({ input }) => trashPage(input)),
  startTimer: agentProcedure.input(startTimer.schema).mutation(run(startTimer)),
  stopTimer: agentProcedure.input(stopTimer.schema).mutation(run(stopTimer)),
  addTime: agentProcedure.input(addTime.schema).mutation(run(addTime)),
  removeTime: agentProcedure.input(removeTime.schema).mutation(run(removeTime)),
  changeRequester: agentProcedure.input(changeRequester.schema).mutation(run(changeRequester)),
  mergePeople: agentProcedure.input(mergePeople.schema).mutation(run(mergePeople)),
  unmergePeople: agentProcedure.input(unmergePeople.schema).mutation(run(unmergePeople)),
  handover: adminProcedure.input(handoverInput).query(({ input }) => handoverOf(input)),
  handOver: adminProcedure.input(startHandover.schema).mutation(run(startHandover)),
  markSeen: customerProcedure.input(markSeen.schema).mutation(run(markSeen)),
});

/** Tags as tickets have them; what they are called is the fields' matter. */
export const ticketTagsRouter = router({
  complete: agentProcedure
    .input(completeInput)
    .query(async ({ input }) => ({ tags: await completeTags(input) })),
  list: adminProcedure.input(tagListInput).query(({ input }) => tagList(input)),
});

export const requestsRouter = router({
  resolve: customerProcedure
    .input(requestStatus.resolve.schema)
    .mutation(run(requestStatus.resolve)),
  follow: customerProcedure.input(followRequest.schema).mutation(run(followRequest)),
  addParticipant: customerProcedure.input(addParticipant.schema).mutation(run(addParticipant)),
  removeParticipant: customerProcedure
    .input(removeParticipant.schema)
    .mutation(run(removeParticipant)),
  reopen: customerProcedure.input(requestStatus.reopen.schema).mutation(run(requestStatus.reopen)),
});
