import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { askedWords } from "../rules/asked";
import type { Language } from "../rules/languages";

type Noted = { language: Language; text: string; now: Date };

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/**
 * Counts that something was searched for, and whether nothing was found: words and a day, and not
 * who it was. A day holds a bounded number of different questions; more are not counted.
 */
export async function noteSearch({ language, text, now }: Noted, found: number): Promise<void> {
  const words = askedWords(text);
  if (words === "") return;
  const empty = found === 0 ? 1 : 0;
  await db.write.rows(sql`
    insert into kb_searches (language, words, day, asked, empty, clicked)
    select ${language}, ${words}, ${dayOf(now)}::date, 1, ${empty}::integer, 0
    where exists (
        select from kb_searches
        where day = ${dayOf(now)}::date and language = ${language} and words = ${words})
      or (select count(*) from (select from kb_searches where day = ${dayOf(now)}::date
        limit ${raw(String(limits.kbSearchesPerDayMax))}) as known)
        < ${raw(String(limits.kbSearchesPerDayMax))}
    on conflict (day, language, words) do update
    set asked = kb_searches.asked + 1, empty = kb_searches.empty + excluded.empty`);
}

/** One of the answers was opened. */
export async function noteClick({ language, text, now }: Noted): Promise<void> {
  await db.write.rows(sql`
    update kb_searches set clicked = clicked + 1
    where day = ${dayOf(now)}::date and language = ${language} and words = ${askedWords(text)}
      and clicked < asked`);
}
