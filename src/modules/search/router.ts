import * as z from "zod";
import { limits } from "@/platform/limits";
import { router } from "@/trpc/init";
import { agentProcedure, customerProcedure } from "@/trpc/procedures";
import { searchRequests } from "./queries/requests";
import { searchTickets } from "./queries/search-tickets";
import { suggest } from "./queries/suggest";
import { valuesBeginning } from "./queries/values";

const text = z.string().max(limits.searchCharsMax);
const asked = z.object({
  /** In the one filter language. */
  text,
  /** The last word is not finished. */
  typing: z.boolean().default(false),
});

export const searchRouter = router({
  suggest: agentProcedure.input(asked).query(({ ctx, input }) => suggest(ctx.actor, input)),
  tickets: agentProcedure
    .input(asked.extend({ after: z.string().max(400).optional() }))
    .query(({ ctx, input }) => searchTickets(ctx.actor, input)),
  values: agentProcedure
    .input(z.object({ field: z.string().max(40), typed: z.string().max(limits.nameCharsMax) }))
    .query(async ({ ctx, input }) => ({
      values: await valuesBeginning(ctx.actor, input.field, input.typed),
    })),
  requests: customerProcedure
    .input(z.object({ text }))
    .query(async ({ ctx, input }) => ({ found: await searchRequests(ctx.actor, input.text) })),
});
