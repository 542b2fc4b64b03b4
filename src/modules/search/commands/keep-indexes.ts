import { db, maintain, raw, sql } from "@/platform/database";
import { env } from "@/platform/env";

const latest = raw("3");

type Named = { name: string };

/**
 * Texts that came lately wait in a list beside the index, which every search reads through: it is
 * put in order while nobody waits for it.
 */
export async function cleanPendingLists(): Promise<void> {
  await db.write.rows(sql`
    select gin_clean_pending_list(index.indexrelid) from (
      select inhrelid from pg_inherits
      where inhparent = 'ticket_messages'::regclass
      order by inhrelid::regclass::text like '%default', inhrelid::regclass::text desc
      offset 1 limit ${latest}) as month
    join pg_index index on index.indrelid = month.inhrelid
    join pg_class on pg_class.oid = index.indexrelid
    join pg_am on pg_am.oid = pg_class.relam and pg_am.amname = 'gin'`);
  await db.write.rows(sql`
    select gin_clean_pending_list('tickets_words'), gin_clean_pending_list('users_words'),
      gin_clean_pending_list('tickets_field_words')`);
}

/**
 * Makes search speak the language of the environment. Until its indexes are made anew, one after
 * another and while people go on, words with other stems than before are not found.
 */
export async function useSearchLanguage(): Promise<void> {
  const wanted = env().SEARCH_LANGUAGE;
  const [known] = await db.write.rows<{ language: string; indexed: string }>(sql`
    select language, indexed_language as indexed from search_learning`);
  if (known === undefined) return;
  if (known.language !== wanted) await db.write.rows(sql`select search_use_language(${wanted})`);
  if (known.indexed === wanted) return;
  const indexes = await db.write.rows<Named>(sql`
    select indexrelid::regclass::text as name from pg_index
    where indrelid in (select inhrelid from pg_inherits where inhparent = 'ticket_messages'::regclass)
      and pg_get_indexdef(indexrelid) like '%search_vector%'
    order by name desc`);
  const names = [...indexes.map(({ name }) => name), "tickets_words", "tickets_field_words"];
  await maintain(names.map((name) => `reindex index concurrently ${name}`));
  await db.write.rows(sql`
    update search_learning set indexed_language = ${wanted} where language = ${wanted}`);
}
