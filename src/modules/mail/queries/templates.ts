import * as z from "zod";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import {
  changedLetters,
  exampleIn,
  type Language,
  languages,
  letterKinds,
  letterWordsSchema,
  paragraphsOf,
  versionsOfLetter,
  writeLetter,
} from "@/platform/mailer/letters";
import { exampleMessage, houseExamples } from "../rules/letter-examples";
import { templateProblems } from "../rules/template-problems";
import { allLetters, letterOfKind } from "./letters";

/** All letters in all languages: what they say now, and what they would say by themselves. */
export async function templateList() {
  const changed = await changedLetters();
  const templates = allLetters().map(({ words: own, ...letter }) => ({
    ...letter,
    /** Who gets it. */
    reader: letterKinds[letter.kind],
    languages: languages.map((language) => {
      const latest = changed.find((one) => one.kind === letter.kind && one.language === language);
      return {
        language,
        version: latest?.version ?? 0,
        words: latest?.words ?? own[language],
        isOwn: latest?.words == null,
      };
    }),
  }));
  return { templates };
}

export const versionsInput = z.object({ kind: z.string().max(60), language: z.enum(languages) });

export async function templateVersions({ kind, language }: z.output<typeof versionsInput>) {
  const versions = await versionsOfLetter(kind, language);
  const byIds = [...new Set(versions.map(({ byId }) => byId))];
  const people = await db.read.rows<{ id: string; name: string }>(sql`
    select id, name from users where id = any(${byIds}::uuid[])`);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { versions: versions.map(({ byId, ...one }) => ({ ...one, by: names.get(byId) ?? "" })) };
}

export const previewInput = versionsInput.extend({ words: letterWordsSchema.partial() });

const examplesOf = (language: Language, kind: string) =>
  paragraphsOf(houseExamples[language][kind] ?? exampleMessage[language]);

/** A letter as its reader gets it, with examples for what it names; and what keeps it from being. */
export function previewTemplate({ kind, language, words: given }: z.output<typeof previewInput>) {
  const letter = letterOfKind(kind);
  if (letter === undefined) throw new AppError("not_found");
  const words = { subject: "", body: "", button: "", foot: "", ...given };
  const examples = Object.entries(letter.variables).map(([name, variable]) => [
    name,
    exampleIn(language, variable),
  ]);
  const written = writeLetter(words, {
    language,
    values: Object.fromEntries(examples),
    url: "https://help.example.com/",
    message: letter.carriesMessage ? examplesOf(language, kind) : undefined,
  });
  return { ...written, problems: templateProblems(letter, words) };
}
