import { createTranslator } from "next-intl";
import type { Values } from "./fill";
import type { Language } from "./languages";
import { de } from "./messages/de";
import { en } from "./messages/en";
import { es } from "./messages/es";
import type { Messages, Namespace, Say, WordsOf } from "./types";

const byLanguage: Readonly<Record<Language, Messages>> = { en, de, es };

/** The texts of one namespace on a server: pages, mails, answers to forms. */
export function sayIn<Name extends Namespace>(language: Language, namespace: Name): Say<Name> {
  const messages: Readonly<Record<string, string>> = byLanguage[language][namespace];
  const translate = createTranslator({
    locale: language,
    messages,
    onError: (error) => {
      throw error;
    },
  });
  return (key: string, values: Values = {}) => translate(key, values);
}

/** The texts of whole namespaces, for components that run in browsers. */
export function wordsIn<Name extends Namespace>(
  language: Language,
  namespaces: readonly Name[],
): Partial<WordsOf> {
  const messages = byLanguage[language];
  return Object.fromEntries(namespaces.map((name) => [name, messages[name]]));
}
