import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Language } from "../rules/languages";

type Row = { language: Language; words: string; asked: number; empty: number; clicked: number };

export type Missing = Row & {
  /** Nothing was found, or nothing of what was found was opened. */
  why: "empty" | "not_clicked";
};

/** What people search for in vain, most often asked first, over as long as it is kept. */
export async function missingAnswers(): Promise<{ missing: Missing[] }> {
  const rows = await db.read.rows<Row>(sql`
    select language, words, sum(asked)::int as asked, sum(empty)::int as empty,
      sum(clicked)::int as clicked
    from kb_searches
    group by language, words
    having sum(empty) > 0 or sum(clicked) = 0
    order by sum(asked) desc, words, language limit ${raw(String(limits.kbMissingRows))}`);
  return {
    missing: rows.map((row) => ({ ...row, why: row.empty > 0 ? "empty" : "not_clicked" })),
  };
}

export type Reason = { title: string; language: Language; reason: string; at: string };

/** What readers said was missing in an article, latest first. */
export async function voteReasons(articleId: string): Promise<{ reasons: Reason[] }> {
  const rows = await db.read.rows<{
    language: Language;
    title: string;
    reason: string;
    created_at: Date;
  }>(sql`
    select kb_votes.language, kb_translations.title, reason, created_at
    from kb_votes join kb_translations using (article_id, language)
    where article_id = ${articleId} and reason <> ''
    order by created_at desc limit ${raw(String(limits.kbReasonRows))}`);
  return {
    reasons: rows.map(({ created_at, ...row }) => ({ ...row, at: created_at.toISOString() })),
  };
}
