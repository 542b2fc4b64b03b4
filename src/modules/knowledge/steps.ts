import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { putPage } from "./commands/page";
import { addTranslation } from "./commands/write";
import type { Language } from "./rules/languages";
import { slugOf } from "./rules/slug";

type Named = { id: string; place: number; names: Partial<Record<Language, [string, string]>> };

/** A category of an installation that is being filled; each name with what it is about. */
export async function layOutCategory(
  tx: Transaction,
  now: Date,
  { id, place, names }: Named,
): Promise<void> {
  await tx.rows(sql`
    insert into kb_categories (id, parent_id, place, created_at)
    values (${id}, null, ${place}, ${now})`);
  for (const [language, [name, summary]] of Object.entries(names))
    await tx.rows(sql`
      insert into kb_category_names (category_id, language, name, slug, summary)
      values (${id}, ${language}, ${name}, ${slugOf(name)}, ${summary})`);
}

type LaidOut = {
  id: string;
  categoryId: string;
  internal: boolean;
  author: Actor;
  texts: readonly { language: Language; title: string; body: string; published: boolean }[];
};

/** An article of such an installation, in its languages, with the pages that readers see. */
export async function layOutArticle(
  tx: Transaction,
  now: Date,
  { id, categoryId, internal, author, texts }: LaidOut,
): Promise<void> {
  await tx.rows(sql`
    insert into kb_articles (id, category_id, internal, related_ids, created_at)
    values (${id}, ${categoryId}, ${internal}, '{}', ${now})`);
  for (const { language, title, body, published } of texts) {
    const about = { articleId: id, language };
    const slug = await addTranslation(tx, author, now, { ...about, title, body });
    if (!published) continue;
    await tx.rows(sql`
      update kb_translations set state = 'published', published_version = 1
      where article_id = ${id} and language = ${language}`);
    await putPage(tx, { ...about, version: 1, slug }, now);
  }
}
