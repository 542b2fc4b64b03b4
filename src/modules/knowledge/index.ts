export { saveCategory } from "./commands/categories";
export { publishArticle, stageArticle } from "./commands/publish";
export { createArticle, saveArticle, translateArticle } from "./commands/write";
export { deliverKnowledge } from "./deliveries";
export { categoriesChanged, pageChanged } from "./events";
export { clearHelp, publishScheduled } from "./jobs";
export { somethingIsDue } from "./queries/due";
export { mapPages, mapParts } from "./queries/sitemap";
export { knowledgeRouter } from "./router";
