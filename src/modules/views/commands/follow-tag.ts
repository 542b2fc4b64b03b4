import * as z from "zod";
import { print, withTag } from "@/modules/filters";
import { readFiltersFresh, ticketFieldsNow } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { viewsChanged } from "../events";
import type { Audience } from "../rules/view";
import { uses } from "../rules/views-using";

const schema = z.object({ commandId: commandIdSchema, name: z.string(), becomes: z.string() });

type Saying = { id: string; owner_id: string; audience: Audience; filter: string };

/** Once it is done no view asks for the old tag, so done again it does nothing. */
export const followTagInViews = command(
  "views.followTag",
  schema,
  async (tx, { now }, { name, becomes }) => {
    const saying = await tx.rows<Saying>(sql`
      select id, owner_id, audience, filter from views
      where strpos(lower(filter), ${name}) > 0
      order by id limit ${raw(String(limits.viewsSearchedMax))} for update`);
    const reads = await readFiltersFresh(saying.map(({ filter }) => filter));
    const fields = ticketFieldsNow();
    let renamed = 0;
    for (const [place, { id, owner_id, audience }] of saying.entries()) {
      const read = reads[place];
      // What nobody understands any more is left to its owner.
      if (read === undefined || read.problems.length > 0) continue;
      if (!uses(read.expression, { kind: "tag", name })) continue;
      const filter = print(withTag(read.expression, name, becomes), { fields });
      await tx.rows(sql`
        update views set filter = ${filter}, version = version + 1, updated_at = ${now}
        where id = ${id}`);
      tx.append(viewsChanged.make({ ownerId: owner_id, audiences: [audience] }));
      renamed += 1;
    }
    return { renamed };
  },
);
