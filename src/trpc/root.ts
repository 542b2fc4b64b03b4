import { bulkRouter } from "@/modules/bulk";
import { capacityRouter } from "@/modules/capacity";
import {
  draftsRouter,
  filesRouter,
  requestConversationRouter,
  ticketConversationRouter,
} from "@/modules/conversations";
import { demoRouter } from "@/modules/demo";
import { fieldsRouter, tagsRouter } from "@/modules/fields";
import { identityRouter } from "@/modules/identity";
import { knowledgeRouter } from "@/modules/knowledge";
import { notificationsRouter } from "@/modules/notifications";
import { macrosRouter, responsesRouter } from "@/modules/responses";
import { searchRouter } from "@/modules/search";
import { slaRouter } from "@/modules/sla";
import { requestsRouter, ticketsRouter, ticketTagsRouter } from "@/modules/tickets";
import { viewsRouter } from "@/modules/views";
import { webhooksRouter } from "@/modules/webhooks";
import { mergeRouters, router } from "./init";

/** The whole API; several modules may speak under one public name. */
export const appRouter = router({
  tickets: mergeRouters(ticketsRouter, ticketConversationRouter),
  requests: mergeRouters(requestsRouter, requestConversationRouter),
  drafts: draftsRouter,
  files: filesRouter,
  fields: fieldsRouter,
  tags: mergeRouters(tagsRouter, ticketTagsRouter),
  responses: responsesRouter,
  macros: macrosRouter,
  knowledge: knowledgeRouter,
  views: viewsRouter,
  bulk: bulkRouter,
  notifications: notificationsRouter,
  identity: identityRouter,
  search: searchRouter,
  capacity: capacityRouter,
  demo: demoRouter,
  sla: slaRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
