import type { ErrorRule } from "../rule";

/** Articles and where they stand. */
export const knowledge = {
  article_not_found: { http: 404, client: "leave", words: "We could not find that article." },
  article_changed: {
    http: 409,
    client: "refetch",
    words: "Someone saved this article meanwhile. Nothing was saved. Look again and decide.",
  },
  review_by_another: {
    http: 409,
    client: "correct",
    words: "Who wrote it does not approve it. Nothing was published. Ask a colleague.",
  },
  category_in_use: {
    http: 409,
    client: "correct",
    words: "Articles or categories stand in it. Nothing was removed. Move them first.",
  },
  category_too_deep: {
    http: 409,
    client: "correct",
    words: "A category cannot stand there. Nothing was saved. Choose a place further up.",
  },
} as const satisfies Record<string, ErrorRule>;
