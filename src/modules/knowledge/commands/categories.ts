import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { mustArrange } from "../access";
import { categoriesChanged } from "../events";
import { type Language, languages } from "../rules/languages";
import { slugOf } from "../rules/slug";
import { mayStand } from "../rules/tree";
import { slugSchema } from "../schema";

const nameSchema = z.object({
  name: z.string().trim().min(1).max(limits.nameCharsMax),
  slug: slugSchema.optional(),
  summary: z.string().trim().max(limits.kbCategorySummaryCharsMax).default(""),
});

const saveSchema = z.object({
  commandId: commandIdSchema,
  /** null makes a new one, behind the others. */
  id: z.uuid().nullable(),
  parentId: z.uuid().nullable(),
  /** How it is called in each language; where it has no name, it is not shown. */
  names: z
    .partialRecord(z.enum(languages), nameSchema)
    .refine((names) => Object.keys(names).length > 0),
});

type Node = { id: string; parentId: string | null };

/** The tree is changed by one at a time: it is small, and no circle comes of two moves at once. */
async function heldTree(tx: Transaction): Promise<Node[]> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('kb categories'))`);
  const rows = await tx.rows<{ id: string; parent_id: string | null }>(sql`
    select id, parent_id from kb_categories`);
  return rows.map(({ id, parent_id }) => ({ id, parentId: parent_id }));
}

/** Whoever has the address that a category had before still gets there; a present one goes first. */
async function keepOldAddress(
  tx: Transaction,
  categoryId: string,
  language: Language,
  slug: string,
) {
  await tx.rows(sql`
    delete from kb_old_category_slugs where language = ${language} and slug = ${slug}`);
  await tx.rows(sql`
    insert into kb_old_category_slugs (language, slug, category_id)
    select language, slug, category_id from kb_category_names
    where category_id = ${categoryId} and language = ${language} and slug <> ${slug}
    on conflict (language, slug) do update set category_id = excluded.category_id`);
}

async function putName(
  tx: Transaction,
  categoryId: string,
  language: Language,
  { name, slug: wanted, summary }: z.output<typeof nameSchema>,
) {
  const slug = wanted ?? slugOf(name, "category");
  const taken = await tx.first<{ name: string }>(sql`
    select name from kb_category_names
    where language = ${language} and slug = ${slug} and category_id <> ${categoryId}`);
  if (taken !== undefined) throw new AppError("name_taken", { detail: { slug, ...taken } });
  await keepOldAddress(tx, categoryId, language, slug);
  await tx.rows(sql`
    insert into kb_category_names (category_id, language, name, slug, summary)
    values (${categoryId}, ${language}, ${name}, ${slug}, ${summary})
    on conflict (category_id, language) do update
    set name = excluded.name, slug = excluded.slug, summary = excluded.summary`);
}

/** @throws AppError `not_found`, `limit_reached`, `name_taken`, `category_too_deep`. */
export const saveCategory = command(
  "knowledge.saveCategory",
  saveSchema,
  async (tx, { actor, now }, { id: known, parentId, names }) => {
    mustArrange(actor);
    const tree = await heldTree(tx);
    const ids = new Set(tree.map(({ id }) => id));
    if ([known, parentId].some((id) => id !== null && !ids.has(id)))
      throw new AppError("not_found");
    if (known === null && tree.length >= limits.kbCategoriesMax)
      throw new AppError("limit_reached");
    const id = known ?? newId(now.getTime());
    if (!mayStand(tree, id, parentId)) throw new AppError("category_too_deep");
    await tx.rows(sql`
      insert into kb_categories (id, parent_id, place, created_at)
      values (${id}, ${parentId},
        (select coalesce(max(place), 0) + 1 from kb_categories
          where parent_id is not distinct from ${parentId}), ${now})
      on conflict (id) do update set parent_id = excluded.parent_id`);
    await tx.rows(sql`
      delete from kb_category_names
      where category_id = ${id} and language <> all(${Object.keys(names)}::text[])`);
    for (const language of languages) {
      const name = names[language];
      if (name !== undefined) await putName(tx, id, language, name);
    }
    tx.append(categoriesChanged.make({ categoryId: id }));
    return { id };
  },
);

const orderSchema = z.object({
  commandId: commandIdSchema,
  /** Categories that stand beside each other, in their order. */
  ids: z.array(z.uuid()).min(1).max(limits.kbCategoriesMax),
});

export const orderCategories = command(
  "knowledge.orderCategories",
  orderSchema,
  async (tx, { actor }, { ids }) => {
    mustArrange(actor);
    await heldTree(tx);
    await tx.rows(sql`
      update kb_categories set place = wanted.place
      from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
      where kb_categories.id = wanted.id`);
    const [first = ""] = ids;
    tx.append(categoriesChanged.make({ categoryId: first }));
    return { ordered: ids.length };
  },
);

const removeSchema = z.object({ commandId: commandIdSchema, id: z.uuid() });

/** @throws AppError `not_found`, `category_in_use`. */
export const removeCategory = command(
  "knowledge.removeCategory",
  removeSchema,
  async (tx, { actor }, { id }) => {
    mustArrange(actor);
    const tree = await heldTree(tx);
    if (!tree.some((node) => node.id === id)) throw new AppError("not_found");
    const used = await tx.first(sql`
      select id from kb_articles where category_id = ${id} limit 1`);
    if (used !== undefined || tree.some(({ parentId }) => parentId === id))
      throw new AppError("category_in_use");
    await tx.rows(sql`delete from kb_categories where id = ${id}`);
    tx.append(categoriesChanged.make({ categoryId: id }));
    return { id };
  },
);
