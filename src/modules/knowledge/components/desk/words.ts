import type { Tone } from "@/ui/tone";
import type { Stage } from "../../rules/stage";
import type { ArticleLine } from "../../types";

export const stageWords: Readonly<Record<Stage, string>> = {
  draft: "Draft",
  review: "In review",
  published: "Published",
  archived: "Archived",
};

export const stageTones: Readonly<Record<Stage, Tone>> = {
  draft: "neutral",
  review: "info",
  published: "good",
  archived: "neutral",
};

/** What else is to be known of an article before it is opened. */
export function factsOf(article: ArticleLine): string[] {
  return [
    ...(article.internal ? ["For the team only"] : []),
    ...(article.unpublished ? ["Has changes that are not published"] : []),
    ...(article.publishAt === null ? [] : ["Comes out by itself"]),
  ];
}
