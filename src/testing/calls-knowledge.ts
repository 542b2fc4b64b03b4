import { aCommandId } from "./builders";
import { anArticle, anArticleFile, aPublishedArticle, aTopic } from "./knowledge";

const language = "en" as const;

async function aVersion() {
  const { articleId } = await anArticle();
  return { articleId, language, seenVersion: 1 };
}

/** What each call of the knowledge base is about; each has an article of its own. */
export const knowledgeCalls: Record<string, () => unknown> = {
  "knowledge.home": () => ({ language }),
  "knowledge.category": async () => ({ language, slug: (await aTopic()).slug }),
  "knowledge.page": async () => ({ language, slug: (await aPublishedArticle()).slug }),
  "knowledge.search": () => ({ language, words: "vent" }),
  "knowledge.suggest": () => ({ language, words: "The vent jams at noon" }),
  "knowledge.noteSearch": () => ({ commandId: aCommandId(), language, words: "vent", found: 0 }),
  "knowledge.vote": async () => ({
    articleId: (await aPublishedArticle()).articleId,
    language,
    helpful: true,
  }),
  "knowledge.solved": async () => ({
    articleId: (await aPublishedArticle()).articleId,
    language,
  }),
  "knowledge.file": async () => ({ attachmentId: await anArticleFile() }),
  "knowledge.list": () => ({}),
  "knowledge.get": async () => ({ articleId: (await anArticle()).articleId }),
  "knowledge.categories": () => undefined,
  "knowledge.versions": async () => ({ articleId: (await anArticle()).articleId, language }),
  "knowledge.difference": async () => ({
    articleId: (await anArticle()).articleId,
    language,
    ...{ from: 1, to: 1 },
  }),
  "knowledge.reasons": async () => ({ articleId: (await anArticle()).articleId }),
  "knowledge.preview": () => ({ body: "## First\n\nOpen the *vent*." }),
  "knowledge.find": () => ({ language, words: "vent", typing: true }),
  "knowledge.suggestFor": () => ({ language, words: "The vent jams at noon" }),
  "knowledge.create": async () => ({
    categoryId: (await aTopic()).id,
    language,
    title: "When the vent jams",
  }),
  "knowledge.translate": async () => ({
    articleId: (await anArticle()).articleId,
    language: "de",
    title: "Wenn die Klappe klemmt",
  }),
  "knowledge.save": async () => ({ ...(await aVersion()), title: "The vent", body: "Oil it." }),
  "knowledge.revert": async () => ({ ...(await aVersion()), toVersion: 1 }),
  "knowledge.stage": async () => ({ ...(await aVersion()), to: "archived" }),
  "knowledge.publish": aVersion,
  "knowledge.arrange": async () => ({
    articleId: (await anArticle()).articleId,
    categoryId: (await aTopic()).id,
    internal: true,
    relatedIds: [],
  }),
  "knowledge.saveCategory": async () => ({
    id: (await aTopic()).id,
    parentId: null,
    names: { en: { name: `Topic ${aCommandId().slice(-8)}` } },
  }),
  "knowledge.orderCategories": async () => ({ ids: [(await aTopic()).id] }),
  "knowledge.removeCategory": async () => ({ id: (await aTopic()).id }),
  "knowledge.missing": () => undefined,
};
