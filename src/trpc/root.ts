import { capacityRouter } from "@/modules/capacity";
import {
  filesRouter,
  requestConversationRouter,
  ticketConversationRouter,
} from "@/modules/conversations";
import { fieldsRouter, tagsRouter } from "@/modules/fields";
import { identityRouter } from "@/modules/identity";
import { macrosRouter, responsesRouter } from "@/modules/responses";
import { requestsRouter, ticketsRouter, ticketTagsRouter } from "@/modules/tickets";
import { viewsRouter } from "@/modules/views";
import { mergeRouters, router } from "./init";

/** The whole API; several modules may speak under one public name. */
export const appRouter = router({
  tickets: mergeRouters(ticketsRouter, ticketConversationRouter),
  requests: mergeRouters(requestsRouter, requestConversationRouter),
  files: filesRouter,
  fields: fieldsRouter,
  tags: mergeRouters(tagsRouter, ticketTagsRouter),
  responses: responsesRouter,
  macros: macrosRouter,
  views: viewsRouter,
  identity: identityRouter,
  capacity: capacityRouter,
});

export type AppRouter = typeof appRouter;
