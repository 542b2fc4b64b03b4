import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { mustPublish } from "../access";
import type { Language } from "../rules/languages";
import { heldArticle, mustBeCategory } from "./held";
import { movePage } from "./page";
import { slugsOf } from "./slugs";
import { tellChange } from "./tell";

const arrangeSchema = z.object({
  commandId: commandIdSchema,
  articleId: z.uuid(),
  categoryId: z.uuid(),
  /** For the people of the house alone. */
  internal: z.boolean(),
  relatedIds: z.array(z.uuid()).max(limits.kbRelatedMax),
});

/** Where an article stands, who may read it and what belongs to it, in all its languages. */
export const arrangeArticle = command(
  "knowledge.arrange",
  arrangeSchema,
  async (tx, { actor }, { articleId, categoryId, internal, relatedIds }) => {
    mustPublish(actor);
    await heldArticle(tx, articleId);
    await mustBeCategory(tx, categoryId);
    const related = [...new Set(relatedIds)].filter((id) => id !== articleId);
    await tx.rows(sql`
      update kb_articles set category_id = ${categoryId}, internal = ${internal},
        related_ids = array(
          select id from unnest(${related}::uuid[]) with ordinality as wanted (id, place)
          join kb_articles using (id) order by place)
      where id = ${articleId}`);
    const rows = await tx.rows<{ language: Language; slug: string }>(sql`
      select language, slug from kb_translations where article_id = ${articleId}
      order by language`);
    for (const { language, slug } of rows) {
      const of = { articleId, language };
      await movePage(tx, { ...of, categoryId, internal });
      tellChange(tx, { ...of, slugs: await slugsOf(tx, of, slug) });
    }
    return { articleId };
  },
);
