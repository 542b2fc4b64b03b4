/** Where nothing else is known: English words, the day before the month, 24 hours. */
export const defaultLocale = "en-GB";

/** What is shown for a figure that nobody knows; the reason stands beside it. */
export const unknownWords = "–";

interface TimeWords {
  readonly justNow: string;
  readonly ago: (duration: string) => string;
  readonly ahead: (duration: string) => string;
  readonly left: (duration: string) => string;
  readonly late: (duration: string) => string;
  readonly due: (duration: string) => string;
  readonly under: (duration: string) => string;
}

const english: TimeWords = {
  justNow: "just now",
  ago: (duration) => `${duration} ago`,
  ahead: (duration) => `in ${duration}`,
  left: (duration) => `${duration} left`,
  late: (duration) => `${duration} late`,
  due: (duration) => `due ${duration} ago`,
  under: (duration) => `under ${duration}`,
};

const german: TimeWords = {
  justNow: "gerade eben",
  ago: (duration) => `vor ${duration}`,
  ahead: (duration) => `in ${duration}`,
  left: (duration) => `noch ${duration}`,
  late: (duration) => `${duration} zu spät`,
  due: (duration) => `fällig vor ${duration}`,
  under: (duration) => `unter ${duration}`,
};

const norwegian: TimeWords = {
  justNow: "akkurat nå",
  ago: (duration) => `for ${duration} siden`,
  ahead: (duration) => `om ${duration}`,
  left: (duration) => `${duration} igjen`,
  late: (duration) => `${duration} for sent`,
  due: (duration) => `forfalt for ${duration} siden`,
  under: (duration) => `under ${duration}`,
};

const spanish: TimeWords = {
  justNow: "ahora mismo",
  ago: (duration) => `hace ${duration}`,
  ahead: (duration) => `en ${duration}`,
  left: (duration) => `quedan ${duration}`,
  late: (duration) => `${duration} de retraso`,
  due: (duration) => `venció hace ${duration}`,
  under: (duration) => `menos de ${duration}`,
};

const byLanguage: Readonly<Record<string, TimeWords>> = {
  en: english,
  de: german,
  es: spanish,
  nb: norwegian,
  no: norwegian,
};

/** The words for time in the reader's language; English for a language that we have no words in. */
export function timeWords(locale: string): TimeWords {
  return byLanguage[locale.split("-")[0] ?? ""] ?? english;
}
