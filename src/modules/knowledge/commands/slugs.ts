import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { Language } from "../rules/languages";
import { numberedSlug, slugOf } from "../rules/slug";

type Of = { language: Language; articleId: string };

/** The article that has an address, or had it before; an old address stays its own. */
async function ownerOf(tx: Transaction, language: Language, slug: string): Promise<string | null> {
  const row = await tx.first<{ article_id: string }>(sql`
    select article_id from kb_translations where language = ${language} and slug = ${slug}
    union all
    select article_id from kb_old_slugs where language = ${language} and slug = ${slug}
    limit 1`);
  return row?.article_id ?? null;
}

/** Addresses are given one after the other, so that two articles of one title get two. */
async function inTurn(tx: Transaction, language: Language): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${`kb slugs ${language}`}))`);
}

/** An address made of the title that nobody has. */
export async function freeSlug(tx: Transaction, of: Of, title: string): Promise<string> {
  await inTurn(tx, of.language);
  const slug = slugOf(title);
  const owner = await ownerOf(tx, of.language, slug);
  if (owner === null || owner === of.articleId) return slug;
  const taken = await tx.rows<{ slug: string }>(sql`
    select slug from kb_translations
    where language = ${of.language} and slug like ${`${numberedSlug(slug, 0).slice(0, -1)}%`}
    union
    select slug from kb_old_slugs
    where language = ${of.language} and slug like ${`${numberedSlug(slug, 0).slice(0, -1)}%`}
    limit 1000`);
  const known = new Set(taken.map((row) => row.slug));
  let number = 2;
  while (known.has(numberedSlug(slug, number)) && number < 999) number += 1;
  return number < 999
    ? numberedSlug(slug, number)
    : `${numberedSlug(slug, 0)}${of.articleId.slice(-3)}`;
}

/** @throws AppError `name_taken` when another article has that address, or had it. */
export async function mustBeFree(tx: Transaction, of: Of, slug: string): Promise<void> {
  await inTurn(tx, of.language);
  const owner = await ownerOf(tx, of.language, slug);
  if (owner !== null && owner !== of.articleId)
    throw new AppError("name_taken", { detail: { slug } });
}

/** Whoever has the old address still gets there. */
export async function keepOldSlug(tx: Transaction, of: Of, old: string, slug: string) {
  await tx.rows(sql`
    delete from kb_old_slugs where language = ${of.language} and slug = ${slug}`);
  await tx.rows(sql`
    insert into kb_old_slugs (language, slug, article_id)
    values (${of.language}, ${old}, ${of.articleId})
    on conflict (language, slug) do nothing`);
}

/** All addresses under which a page is known, its present one first. */
export async function slugsOf(tx: Transaction, of: Of, slug: string): Promise<string[]> {
  const old = await tx.rows<{ slug: string }>(sql`
    select slug from kb_old_slugs
    where article_id = ${of.articleId} and language = ${of.language} and slug <> ${slug}
    order by slug limit 100`);
  return [slug, ...old.map((row) => row.slug)];
}
