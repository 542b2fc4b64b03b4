import * as z from "zod";
import { db, type Reader, raw, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import type { Letter, LetterWords } from "./define-letter";
import type { Language } from "./language";

export const letterWordsSchema = z.object({
  subject: z.string().trim().min(1).max(limits.subjectCharsMax),
  body: z.string().trim().min(1).max(limits.templateCharsMax),
  button: z.string().trim().max(limits.nameCharsMax),
  foot: z.string().trim().max(limits.templateFootCharsMax),
});

/** What another version of ours saved and nobody can read is as if it were not saved. */
function readWords(stored: unknown): LetterWords | null {
  const read = letterWordsSchema.safeParse(stored);
  return read.success ? read.data : null;
}

/** What a letter says in each language: as admins changed it, else as it came. */
export async function wordsInAll(
  reader: Reader,
  letter: Letter,
): Promise<Record<Language, LetterWords>> {
  const rows = await reader.rows<{ language: string; words: unknown }>(sql`
    select distinct on (language) language, words from mail_templates
    where kind = ${letter.kind} order by language, version desc`);
  const changed = (language: Language) =>
    readWords(rows.find((row) => row.language === language)?.words) ?? letter.words[language];
  return { en: changed("en"), de: changed("de"), es: changed("es") };
}

/** The same in one language. */
export async function wordsOfLetter(
  reader: Reader,
  letter: Letter,
  language: Language,
): Promise<LetterWords> {
  return (await wordsInAll(reader, letter))[language];
}

type Latest = { kind: string; language: string; version: number; words: unknown };

/** What was changed of all letters, the newest version of each. */
export async function changedLetters() {
  const rows = await db.read.rows<Latest>(sql`
    select distinct on (kind, language) kind, language, version, words from mail_templates
    order by kind, language, version desc limit ${raw(String(limits.templatesMax))}`);
  return rows.map(({ words, ...row }) => ({ ...row, words: readWords(words) }));
}

/** Who changed a letter when, the newest first. */
export async function versionsOfLetter(kind: string, language: string) {
  const rows = await db.read.rows<{
    version: number;
    words: unknown;
    saved_by: string;
    saved_at: Date;
  }>(sql`
    select version, words, saved_by, saved_at from mail_templates
    where kind = ${kind} and language = ${language}
    order by version desc limit ${raw(String(limits.templateVersionRows))}`);
  return rows.map(({ version, words, saved_by, saved_at }) => ({
    version,
    words: readWords(words),
    byId: saved_by,
    at: saved_at.toISOString(),
  }));
}

/**
 * Saves a letter's words as its next version; null leads back to those that it came with.
 * @throws AppError `settings_changed` when somebody saved another one meanwhile.
 */
export async function saveLetter(
  tx: Transaction,
  about: {
    kind: string;
    language: Language;
    /** The version that was on the screen; 0 for the words that came with the product. */
    base: number;
    words: LetterWords | null;
    byId: string;
    at: Date;
  },
): Promise<number> {
  const { kind, language, base, words, byId, at } = about;
  const version = base + 1;
  const newest = await tx.first<{ version: number }>(sql`
    select version from mail_templates where kind = ${kind} and language = ${language}
    order by version desc limit 1`);
  if ((newest?.version ?? 0) !== base) throw new AppError("settings_changed");
  const saved = await tx.first(sql`
    insert into mail_templates (kind, language, version, words, saved_by, saved_at)
    values (${kind}, ${language}, ${version}, ${words === null ? null : JSON.stringify(words)},
      ${byId}, ${at})
    on conflict do nothing returning version`);
  if (saved === undefined) throw new AppError("settings_changed");
  return version;
}
