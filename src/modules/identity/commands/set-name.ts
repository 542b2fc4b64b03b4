import * as z from "zod";
import { type Command, command, commandIdSchema, type Json } from "@/platform/command";
import { sql } from "@/platform/database";
import { log } from "@/platform/log";
import { profileChanged } from "../events";
import { nameSchema } from "../schema";
import { applyAccess } from "./apply-access";

const schema = z.object({
  commandId: commandIdSchema,
  name: nameSchema.refine((name) => !/\p{Cs}|\0/u.test(name), "Not a text."),
});

const rename = command("identity.setName", schema, async (tx, { actor, now }, { name }) => {
  await tx.rows(sql`
    update users set name = ${name}, updated_at = ${now} where id = ${actor.id}`);
  tx.append(profileChanged.make({ userId: actor.id }));
  return { name };
});

/** What others call somebody; their sessions say it from the next request on. */
export const setName: Command<z.output<typeof schema>, { readonly [key: string]: Json }> = {
  ...rename,
  execute: async (actor, input, at) => {
    const result = await rename.execute(actor, input, at);
    await applyAccess(actor.id).catch((err: unknown) =>
      log().warn({ err, userId: actor.id }, "sessions could not be changed yet"),
    );
    return result;
  },
};
