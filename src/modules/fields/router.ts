import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, publicProcedure, run } from "@/trpc/procedures";
import { createField } from "./commands/create-field";
import { removeField } from "./commands/remove-field";
import { addTag, moveTag } from "./commands/tags";
import { orderFields, updateField } from "./commands/update-field";
import { askedFields, fieldList } from "./queries/shown";

export const fieldsRouter = router({
  list: agentProcedure.query(fieldList),
  /** Whoever asks is asked, with an account or without. */
  asked: publicProcedure.query(async () => ({ fields: await askedFields() })),
  create: adminProcedure.input(createField.schema).mutation(run(createField)),
  update: adminProcedure.input(updateField.schema).mutation(run(updateField)),
  order: adminProcedure.input(orderFields.schema).mutation(run(orderFields)),
  remove: adminProcedure.input(removeField.schema).mutation(run(removeField)),
});

export const tagsRouter = router({
  add: adminProcedure.input(addTag.schema).mutation(run(addTag)),
  move: adminProcedure.input(moveTag.schema).mutation(run(moveTag)),
});
