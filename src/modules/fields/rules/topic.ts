import type { Language } from "@/platform/i18n/languages";

export type TopicNames = Readonly<Partial<Record<Language, string>>> & { readonly en: string };

/** What a topic is called in a language; its English name where nobody translated it. */
export const topicName = (names: TopicNames, language: Language): string =>
  names[language] ?? names.en;

type Topic = { readonly id: string; readonly fieldKeys: readonly string[] };

/**
 * Which fields a question about a topic has: the topic's own. Without one, those that belong to no
 * topic, which are all where there are no topics.
 */
export function isAskedFor(key: string, topicId: string | null, topics: readonly Topic[]): boolean {
  const chosen = topics.find((topic) => topic.id === topicId);
  return chosen === undefined
    ? topics.every((topic) => !topic.fieldKeys.includes(key))
    : chosen.fieldKeys.includes(key);
}
