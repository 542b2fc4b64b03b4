"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { fill } from "@/platform/i18n/fill";
import english from "@/platform/i18n/messages/en/ui.json";
import type { Namespace, Say, WordsOf } from "@/platform/i18n/types";

type Words = {
  readonly language: string;
  readonly words: Partial<WordsOf>;
};

/** Where no page gave others, the components of this folder speak English, as the console does. */
const WordsContext = createContext<Words>({
  language: "en",
  words: { ui: english },
});

interface WordsProviderProps {
  readonly language: string;
  /** What the components below say; what a provider above has given stays. */
  readonly words: Partial<WordsOf>;
  readonly children: ReactNode;
}

/** Texts come with the page, in its language, and never in the scripts. */
export function WordsProvider({ language, words, children }: WordsProviderProps) {
  const above = useContext(WordsContext).words;
  const value = useMemo(
    () => ({ language, words: { ...above, ...words } }),
    [above, language, words],
  );
  return <WordsContext value={value}>{children}</WordsContext>;
}

/** Texts of one namespace by keys that come from a server; null for those that it does not have. */
export function useSaid(namespace: Namespace): (key: string) => string | null {
  const { words } = useContext(WordsContext);
  const texts: Readonly<Record<string, string>> | undefined = words[namespace];
  return useCallback((key) => texts?.[key] ?? null, [texts]);
}

/** Says texts of one namespace; the page must have given it. */
export function useSay<Name extends Namespace>(namespace: Name): Say<Name> {
  const { language, words } = useContext(WordsContext);
  const texts: Readonly<Record<string, string>> | undefined = words[namespace];
  if (texts === undefined) throw new Error(`The page gives no words for "${namespace}".`);
  return useCallback(
    (key, values = {}) => fill(texts[key] ?? key, values, language),
    [texts, language],
  );
}
