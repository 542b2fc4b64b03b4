import { limits } from "@/platform/limits";

const address = /\/files\/article\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g;

/** Where a file of an article is served. */
export const articleFileAddress = (attachmentId: string): string =>
  `/files/article/${attachmentId}`;

/** The files that a text shows or leads to. */
export function filesIn(body: string): string[] {
  const ids = [...body.matchAll(address)].flatMap((match) => match[1] ?? []);
  return [...new Set(ids)].slice(0, limits.kbFilesPerArticleMax);
}
