import type { Actor } from "@/platform/auth/actor";
import { limits } from "@/platform/limits";
import { languages } from "../rules/languages";
import type { PageLine } from "../types";
import { searchPages } from "./search";

/** The first articles that say the words, in whichever language: for those who search everything. */
export async function articlesSaying(
  actor: Pick<Actor, "audience">,
  text: string,
  typing: boolean,
): Promise<PageLine[]> {
  const found: PageLine[] = [];
  // One after the other: search has few connections, and most is found in the first.
  for (const language of languages) {
    const { pages } = await searchPages(actor, { language, text, typing, mends: false });
    found.push(
      ...pages.filter(({ articleId }) => found.every((one) => one.articleId !== articleId)),
    );
    if (found.length >= limits.kbSuggestedRows) break;
  }
  return found.slice(0, limits.kbSuggestedRows);
}
