import { env } from "@/platform/env";
import type { NewMail } from "@/platform/mailer";
import {
  type Language,
  type Letter,
  paragraphsOf,
  wordsInAll,
  writeLetter,
} from "@/platform/mailer/letters";
import type { HouseNews } from "../rules/agent-letters";

/** Mails of one ticket stand together in a mail program: they all answer one that was never sent. */
const threadOf = (ticketId: string) =>
  `<ticket-${ticketId}@${new URL(env().PUBLIC_WEB_URL).hostname}>`;

type To = { email: string; language: Language };

/** A letter to somebody of the house as a mail that can be queued, in the words that admins gave it. */
export function agentMail(
  to: To,
  { letter, words }: { letter: Letter; words: Awaited<ReturnType<typeof wordsInAll>> },
  { values, sentences, path }: HouseNews,
  about: { ticketId: string | null; bulk: boolean },
): NewMail {
  const written = writeLetter(words[to.language], {
    language: to.language,
    values,
    url: new URL(path, env().PUBLIC_WEB_URL).href,
    message: paragraphsOf(sentences),
  });
  const inReplyTo = about.ticketId === null ? null : threadOf(about.ticketId);
  return { kind: letter.kind, to: to.email, ...written, inReplyTo, ...about };
}

/** A letter with what it says now in each language: asked once, for however many readers. */
export async function worded(reader: Parameters<typeof wordsInAll>[0], letter: Letter) {
  return { letter, words: await wordsInAll(reader, letter) };
}
