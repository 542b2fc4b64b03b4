"use client";

import { trpc } from "@/trpc/client";
import { type Language, languages } from "../../rules/languages";
import { inOrder } from "../../rules/tree";
import type { Category } from "../../types";

const none: readonly Category[] = [];

/** A category is called as in the first language that names it. */
export const categoryName = (category: Category, language: Language = "en"): string =>
  [language, ...languages].flatMap((one) => category.names[one]?.name ?? [])[0] ?? "";

/** The tree, and its categories in reading order as one chooses from them. */
export function useCategories() {
  const query = trpc.knowledge.categories.useQuery();
  const categories = query.data?.categories ?? none;
  const options = inOrder(categories).map(({ node, depth }) => ({
    value: node.id,
    label: `${"   ".repeat(depth)}${categoryName(node)}`,
  }));
  const nameOf = (id: string) => {
    const found = categories.find((category) => category.id === id);
    return found === undefined ? "" : categoryName(found);
  };
  return { query, categories, options, nameOf };
}
