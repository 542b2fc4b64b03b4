import * as z from "zod";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, publicProcedure, run } from "@/trpc/procedures";
import { createField } from "./commands/create-field";
import { removeField } from "./commands/remove-field";
import { addTag, moveTag } from "./commands/tags";
import { removeTopic, saveTopic } from "./commands/topics";
import { orderFields, updateField } from "./commands/update-field";
import { askedFields, fieldList } from "./queries/shown";
import { askedTopics, askedTopicsInput, topicList } from "./queries/topics";

export const fieldsRouter = router({
  list: agentProcedure.query(fieldList),
  /** Whoever asks is asked, with an account or without. */
  asked: publicProcedure
    .input(z.object({ topicId: z.uuid().nullable().default(null) }).default({ topicId: null }))
    .query(async ({ input }) => ({ fields: await askedFields(input.topicId) })),
  create: adminProcedure.input(createField.schema).mutation(run(createField)),
  update: adminProcedure.input(updateField.schema).mutation(run(updateField)),
  order: adminProcedure.input(orderFields.schema).mutation(run(orderFields)),
  remove: adminProcedure.input(removeField.schema).mutation(run(removeField)),
});

export const tagsRouter = router({
  add: adminProcedure.input(addTag.schema).mutation(run(addTag)),
  move: adminProcedure.input(moveTag.schema).mutation(run(moveTag)),
});

export const topicsRouter = router({
  /** Whoever asks chooses, with an account or without. */
  asked: publicProcedure
    .input(askedTopicsInput)
    .query(async ({ input }) => ({ topics: await askedTopics(input.language) })),
  list: adminProcedure.query(topicList),
  save: adminProcedure.input(saveTopic.schema).mutation(run(saveTopic)),
  remove: adminProcedure.input(removeTopic.schema).mutation(run(removeTopic)),
});
