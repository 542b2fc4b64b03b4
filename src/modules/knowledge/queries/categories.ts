import * as z from "zod";
import { cacheOf } from "@/platform/cache";
import { db, type Reader, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type Language, languages } from "../rules/languages";
import { pathTo } from "../rules/tree";
import { categorySchema, type PublicCategory } from "../schema";
import type { Category, CategoryName } from "../types";

type Stored = {
  id: string;
  parent_id: string | null;
  place: number;
  names: Category["names"];
};

async function allCategories(reader: Reader): Promise<Category[]> {
  const rows = await reader.rows<Stored>(sql`
    select kb_categories.id, kb_categories.parent_id, kb_categories.place,
      jsonb_object_agg(language, jsonb_build_object('name', name, 'slug', slug, 'summary', summary))
        as names
    from kb_categories join kb_category_names on category_id = kb_categories.id
    group by kb_categories.id
    order by kb_categories.place, kb_categories.id
    limit ${raw(String(limits.kbCategoriesMax))}`);
  return rows.map(({ id, parent_id: parentId, place, names }) => ({ id, parentId, place, names }));
}

/** All categories, in every language, for those who write. */
export async function categoryTree(): Promise<{ categories: Category[] }> {
  return { categories: await allCategories(db.read) };
}

const shown = ({ id, parentId, place }: Category, name: CategoryName): PublicCategory => ({
  id,
  parentId,
  place,
  ...name,
});

const cache = cacheOf("kbCategories", z.array(categorySchema));

/** The tree in one language: what has no name in it is not shown, nor what stands in that. */
export async function publicCategories(language: Language): Promise<PublicCategory[]> {
  const found = await cache.read(language, async () => {
    const all = (await allCategories(db.write)).flatMap((category) => {
      const name = category.names[language];
      return name === undefined ? [] : [shown(category, name)];
    });
    return all.filter(({ id }) => pathTo(all, id)[0]?.parentId === null);
  });
  return found ?? [];
}

/** Whether readers of a language get to a category: it has a name there, and so has all above it. */
export async function shownCategories(): Promise<(language: Language, id: string) => boolean> {
  const trees = await Promise.all(
    languages.map(async (language) => {
      const categories = await publicCategories(language);
      return [language, new Set(categories.map(({ id }) => id))] as const;
    }),
  );
  const shown = new Map(trees);
  return (language, id) => shown.get(language)?.has(id) ?? false;
}

export const clearCategories = (): Promise<void> => cache.clear(languages);
