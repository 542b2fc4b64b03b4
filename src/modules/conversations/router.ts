import * as z from "zod";
import { completeUpload, downloadUrl, requestUpload } from "@/modules/files";
import {
  canReadTicket,
  requestPage,
  type TicketHead,
  ticketHead,
  toRequestRow,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { router } from "@/trpc/init";
import { agentProcedure, customerProcedure, run } from "@/trpc/procedures";
import { createTicket } from "./commands/create-ticket";
import { reply } from "./commands/reply";
import { withdrawMessage } from "./commands/withdraw";
import { canReadMessage, messagePage } from "./queries/message-page";
import { unreadRequests } from "./queries/unread-requests";

const byNumber = z.object({ number: z.int().positive().max(Number.MAX_SAFE_INTEGER) });
const olderThan = byNumber.extend({ before: z.string().max(400) });

const messagesOf = (actor: Actor, head: TicketHead, before?: string) =>
  messagePage(
    actor,
    {
      ticketId: head.row.id,
      firstMessageAt: new Date(head.firstMessageAt),
      lastMessageAt: new Date(head.row.lastMessageAt),
    },
    before,
  );

/** Joined with the tickets' own under `tickets.*`. */
export const ticketConversationRouter = router({
  get: agentProcedure.input(byNumber).query(async ({ ctx, input }) => {
    const head = await ticketHead(ctx.actor, input.number);
    const page = await messagesOf(ctx.actor, head);
    return { row: head.row, seenAt: head.seenAt, asOf: head.asOf, ...page };
  }),
  messages: agentProcedure
    .input(olderThan)
    .query(async ({ ctx, input }) =>
      messagesOf(ctx.actor, await ticketHead(ctx.actor, input.number), input.before),
    ),
  create: customerProcedure.input(createTicket.schema).mutation(run(createTicket)),
  reply: customerProcedure.input(reply.schema).mutation(run(reply)),
  undoSend: customerProcedure.input(withdrawMessage.schema).mutation(run(withdrawMessage)),
});

/** Joined with the tickets' own under `requests.*`. */
export const requestConversationRouter = router({
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
    return { row: toRequestRow(head.row), seenAt: head.seenAt, asOf: head.asOf, ...page };
  }),
  messages: customerProcedure
    .input(olderThan)
    .query(async ({ ctx, input }) =>
      messagesOf(ctx.actor, await ticketHead(ctx.actor, input.number), input.before),
    ),
});

/** A file is read by whoever may read its message. */
export const filesRouter = router({
  requestUpload: customerProcedure.input(requestUpload.schema).mutation(run(requestUpload)),
  completeUpload: customerProcedure
    .input(completeUpload.schema)
    .mutation(({ ctx, input }) => completeUpload.execute(ctx.actor, input)),
  download: customerProcedure
    .input(z.object({ attachmentId: z.uuid() }))
    .query(async ({ ctx, input }) => ({
      url: await downloadUrl(
        ctx.actor,
        input.attachmentId,
        async ({ ticketId, messageId }) =>
          (await canReadTicket(ctx.actor, ticketId)) &&
          (await canReadMessage(ctx.actor, messageId)),
      ),
    })),
});
