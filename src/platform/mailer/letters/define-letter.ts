import { processShared } from "@/platform/process";
import type { LetterKind } from "./kinds";
import type { Language } from "./language";

/** What a letter says; the body is Markdown, everything may hold variables in double braces. */
export type LetterWords = { subject: string; body: string; button: string; foot: string };

/** An example for the preview: the same in all languages, or one in each. */
type Example = string | Readonly<Record<Language, string>>;

/** What a letter may name: what that is, in words, and an example. */
type LetterVariables = Readonly<Record<string, { words: string; example: Example }>>;

export const exampleIn = (language: Language, { example }: { example: Example }): string =>
  typeof example === "string" ? example : example[language];

export type Letter<Name extends string = string> = {
  /** What the mail is for, as the table of mails keeps it. */
  kind: LetterKind;
  /** For whoever edits it. */
  title: string;
  when: string;
  variables: Readonly<Record<Name, LetterVariables[string]>>;
  /** Whether what somebody wrote stands in it, where `{{message}}` is a line of its own. */
  carriesMessage: boolean;
  words: Readonly<Record<Language, LetterWords>>;
};

const known = () => processShared("letters", () => new Map<string, Letter>());

/** A letter that modules send; admins find it among the templates and may change its words. */
export function defineLetter<Name extends string>(letter: Letter<Name>): Letter<Name> {
  known().set(letter.kind, letter);
  return letter;
}

/** All letters of this process, in the order of their titles. */
export const allLetters = (): readonly Letter[] =>
  [...known().values()].sort((one, other) => (one.title < other.title ? -1 : 1));

export const letterOfKind = (kind: string): Letter | undefined => known().get(kind);
