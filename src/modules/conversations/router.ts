import * as z from "zod";
import { completeUpload, downloadUrl, requestUpload } from "@/modules/files";
import {
  canReadTicket,
  requestPage,
  type TicketHead,
  ticketActivity,
  ticketHead,
  toRequestRow,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { router } from "@/trpc/init";
import { agentProcedure, customerProcedure, publicProcedure, run } from "@/trpc/procedures";
import { sayWhen } from "@/trpc/say-when";
import { answerIncidents } from "./commands/answer-incidents";
import { askAsGuest, guestQuestionSchema } from "./commands/ask-as-guest";
import { createTicket } from "./commands/create-ticket";
import {
  completeGuestUpload,
  guestUploadedSchema,
  guestUploadSchema,
  requestGuestUpload,
} from "./commands/guest-files";
import { mergeTickets } from "./commands/merge";
import { openTicket } from "./commands/open-ticket";
import { redactMessage } from "./commands/redact";
import { reply } from "./commands/reply";
import { saveDraft } from "./commands/save-draft";
import { sendNow } from "./commands/send-now";
import { answerSide, closeSide } from "./commands/side/answer-side";
import { openSide } from "./commands/side/open-side";
import { splitTicket } from "./commands/split";
import { unmergeTickets } from "./commands/unmerge";
import { withdrawMessage } from "./commands/withdraw";
import { ticketAside } from "./queries/aside";
import { draftPage, draftsOfTicket } from "./queries/drafts";
import { canReadMessage, messagePage } from "./queries/message-page";
import { messageSpan } from "./queries/message-span";
import { isSideMessage, sideInput, sideMessages, sidesInput, sidesOf } from "./queries/sides";
import { unreadRequests } from "./queries/unread-requests";

const byNumber = z.object({ number: z.int().positive().max(Number.MAX_SAFE_INTEGER) });
const mark = z.string().max(400);
const olderThan = byNumber.extend({ before: mark });
/** What was shown once is fetched again in larger parts. */
const large = z.boolean().optional();
const somewhere = z.union([
  byNumber.extend({ before: mark, large }).strict(),
  byNumber.extend({ after: mark, large }).strict(),
  byNumber.extend({ around: z.uuid(), large }).strict(),
  byNumber.extend({ first: z.literal(true) }).strict(),
]);

const boundsOf = (head: TicketHead) => ({
  ticketId: head.row.id,
  firstMessageAt: new Date(head.firstMessageAt),
  lastMessageAt: new Date(head.row.lastMessageAt),
});

const messagesOf = (actor: Actor, head: TicketHead, before?: string) =>
  messagePage(actor, boundsOf(head), before);

/** Joined with the tickets' own under `tickets.*`. */
export const ticketConversationRouter = router({
  get: agentProcedure.input(byNumber).query(async ({ ctx, input }) => {
    const head = await ticketHead(ctx.actor, input.number);
    const page = await messagesOf(ctx.actor, head);
    const { row, participants, seenAt, asOf } = head;
    return { row, participants, seenAt, asOf, ...page };
  }),
  /** Any part of a conversation, with what happened between its messages. */
  messages: agentProcedure.input(somewhere).query(async ({ ctx, input: { number, ...place } }) => {
    const head = await ticketHead(ctx.actor, number);
    const { from, until, ...span } = await messageSpan(ctx.actor, boundsOf(head), place);
    return { ...span, entries: await ticketActivity(head, { from, until }) };
  }),
  aside: agentProcedure
    .input(byNumber)
    .query(async ({ ctx, input }) => ticketAside(await ticketHead(ctx.actor, input.number))),
  open: agentProcedure.input(openTicket.schema).mutation(run(openTicket)),
  answerIncidents: agentProcedure.input(answerIncidents.schema).mutation(run(answerIncidents)),
  merge: agentProcedure.input(mergeTickets.schema).mutation(run(mergeTickets)),
  unmerge: agentProcedure.input(unmergeTickets.schema).mutation(run(unmergeTickets)),
  redact: agentProcedure.input(redactMessage.schema).mutation(run(redactMessage)),
  split: agentProcedure.input(splitTicket.schema).mutation(run(splitTicket)),
  create: customerProcedure.input(createTicket.schema).mutation(run(createTicket)),
  reply: customerProcedure.input(reply.schema).mutation(run(reply)),
  sendNow: agentProcedure.input(sendNow.schema).mutation(run(sendNow)),
  undoSend: customerProcedure.input(withdrawMessage.schema).mutation(run(withdrawMessage)),
});

/** Joined with the tickets' own under `requests.*`. */
export const requestConversationRouter = router({
  /** Without an account: a ticket is made of it once a link has proved the address. */
  askAsGuest: publicProcedure.input(guestQuestionSchema).mutation(async ({ ctx, input }) => {
    await sayWhen(ctx, askAsGuest(ctx, input));
    return { asked: true };
  }),
  list: customerProcedure
    .input(z.object({ shared: z.boolean().default(false), after: z.string().max(400).optional() }))
    .query(async ({ ctx, input }) => {
      const page = await requestPage(ctx.actor, input);
      const ids = page.rows.map((row) => row.id);
      return { ...page, unread: await unreadRequests(ctx.actor, ids) };
    }),
  get: customerProcedure.input(byNumber).query(async ({ ctx, input }) => {
    const head = await ticketHead(ctx.actor, input.number);
    const page = await messagesOf(ctx.actor, head);
    const { participants, seenAt, asOf } = head;
    return { row: toRequestRow(head.row), participants, seenAt, asOf, ...page };
  }),
  messages: customerProcedure
    .input(olderThan)
    .query(async ({ ctx, input }) =>
      messagesOf(ctx.actor, await ticketHead(ctx.actor, input.number), input.before),
    ),
});

/** What somebody writes and has not sent is theirs alone. */
export const draftsRouter = router({
  list: agentProcedure.query(({ ctx }) => draftPage(ctx.actor)),
  get: agentProcedure
    .input(z.object({ ticketId: z.uuid() }))
    .query(async ({ ctx, input }) => ({ drafts: await draftsOfTicket(ctx.actor, input.ticketId) })),
  save: agentProcedure.input(saveDraft.schema).mutation(run(saveDraft)),
});

/** What is asked of others about a ticket; no customer hears of it. */
export const sidesRouter = router({
  list: agentProcedure.input(sidesInput).query(({ ctx, input }) => sidesOf(ctx.actor, input)),
  get: agentProcedure.input(sideInput).query(({ ctx, input }) => sideMessages(ctx.actor, input)),
  open: agentProcedure.input(openSide.schema).mutation(run(openSide)),
  answer: agentProcedure.input(answerSide.schema).mutation(run(answerSide)),
  close: agentProcedure.input(closeSide.schema).mutation(run(closeSide)),
});

/** A file is read by whoever may read its message. */
export const filesRouter = router({
  requestUpload: customerProcedure.input(requestUpload.schema).mutation(run(requestUpload)),
  completeUpload: customerProcedure
    .input(completeUpload.schema)
    .mutation(({ ctx, input }) => completeUpload.execute(ctx.actor, input)),
  /** Into a form of somebody without an account. */
  requestGuestUpload: publicProcedure
    .input(guestUploadSchema)
    .mutation(({ ctx, input }) => sayWhen(ctx, requestGuestUpload(ctx, input))),
  completeGuestUpload: publicProcedure
    .input(guestUploadedSchema)
    .mutation(({ input }) => completeGuestUpload(input)),
  download: customerProcedure
    .input(z.object({ attachmentId: z.uuid() }))
    .query(async ({ ctx, input }) => ({
      url: await downloadUrl(
        ctx.actor,
        input.attachmentId,
        async ({ ticketId, messageId }) =>
          (await canReadTicket(ctx.actor, ticketId)) &&
          ((await canReadMessage(ctx.actor, messageId)) ||
            (ctx.actor.audience !== "customer" && (await isSideMessage(messageId)))),
      ),
    })),
});
