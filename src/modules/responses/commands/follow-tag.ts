import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { responsesChanged } from "../events";
import type { MacroActions } from "../types";

const schema = z.object({ commandId: commandIdSchema, name: z.string(), becomes: z.string() });

/** Once it is done no macro names the old tag, so done again it does nothing. */
export const followRenamedTag = command(
  "responses.followTag",
  schema,
  async (tx, { now }, { name, becomes }) => {
    const macros = await tx.rows<{ id: string; actions: MacroActions }>(sql`
      select id, actions from macros
      where actions -> 'addTags' ? ${name} or actions -> 'removeTags' ? ${name}
      order by id limit ${raw(String(limits.macrosMax))} for update`);
    const renamed = (tags: readonly string[] | undefined) =>
      tags && [...new Set(tags.map((tag) => (tag === name ? becomes : tag)))];
    for (const { id, actions } of macros) {
      const { addTags, removeTags } = actions;
      const next = { ...actions, addTags: renamed(addTags), removeTags: renamed(removeTags) };
      await tx.rows(sql`
        update macros set actions = ${JSON.stringify(next)}, updated_at = ${now} where id = ${id}`);
      tx.append(responsesChanged.make({ kind: "macro", id }));
    }
    return { renamed: macros.length };
  },
);
