import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, run } from "@/trpc/procedures";
import { applyMacro } from "./commands/apply-macro";
import { createMacro, removeMacro, updateMacro } from "./commands/macros";
import { createResponse, removeResponse, updateResponse } from "./commands/responses";
import { macroList } from "./queries/macros";
import {
  previewInput,
  previewMacro,
  previewResponse,
  responsePreviewInput,
} from "./queries/preview";
import { listInput, responseList, searchInput, searchResponses } from "./queries/responses";
import { usesInput, usesOf } from "./queries/uses";

export const responsesRouter = router({
  list: agentProcedure.input(listInput).query(({ ctx, input }) => responseList(ctx.actor, input)),
  search: agentProcedure
    .input(searchInput)
    .query(({ ctx, input }) => searchResponses(ctx.actor, input)),
  preview: agentProcedure
    .input(responsePreviewInput)
    .query(({ ctx, input }) => previewResponse(ctx.actor, input)),
  create: agentProcedure.input(createResponse.schema).mutation(run(createResponse)),
  update: agentProcedure.input(updateResponse.schema).mutation(run(updateResponse)),
  remove: agentProcedure.input(removeResponse.schema).mutation(run(removeResponse)),
  /** Where a tag, a field or a team is used: tickets, macros, canned responses. */
  uses: adminProcedure.input(usesInput).query(({ input }) => usesOf(input)),
});

export const macrosRouter = router({
  list: agentProcedure.query(({ ctx }) => macroList(ctx.actor)),
  preview: agentProcedure
    .input(previewInput)
    .query(({ ctx, input }) => previewMacro(ctx.actor, input)),
  run: agentProcedure.input(applyMacro.schema).mutation(run(applyMacro)),
  create: agentProcedure.input(createMacro.schema).mutation(run(createMacro)),
  update: agentProcedure.input(updateMacro.schema).mutation(run(updateMacro)),
  remove: agentProcedure.input(removeMacro.schema).mutation(run(removeMacro)),
});
