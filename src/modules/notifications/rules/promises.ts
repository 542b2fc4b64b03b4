import type { Language } from "@/platform/mailer/letters";

const metrics = {
  firstResponse: {
    en: "First response",
    de: "Erste Antwort",
    es: "Primera respuesta",
  },
  nextResponse: { en: "Next response", de: "Nächste Antwort", es: "Siguiente respuesta" },
  resolution: { en: "Resolution", de: "Lösung", es: "Solución" },
} as const;

const sentences: Readonly<Record<Language, (metric: string, policy: string) => string>> = {
  en: (metric, policy) => `${metric}, by the promise “${policy}”`,
  de: (metric, policy) => `${metric}, nach der Zusage „${policy}“`,
  es: (metric, policy) => `${metric}, según el plazo «${policy}»`,
};

/** Which promise is near its end or over, as inboxes keep it. */
export const promiseWords = (metric: keyof typeof metrics, policy: string): string =>
  sentences.en(metrics[metric].en, policy);

/** The same as somebody's letter says it: made of what is kept, which may have waited a day. */
export function promiseIn(words: string, language: Language): string {
  const known = Object.values(metrics).find(({ en }) => words.startsWith(`${en}, `));
  const policy = /“(.*)”$/.exec(words)?.[1];
  if (known === undefined || policy === undefined) return words;
  return sentences[language](known[language], policy);
}
