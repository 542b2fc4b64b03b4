/** Who may call what of the knowledge base; the matrix makes rows of it. */
export const knowledgeProcedures = {
  anybody: [
    "home",
    "category",
    "page",
    "search",
    "suggest",
    "noteSearch",
    "vote",
    "solved",
    // The scene's picture stands on a published page.
    "file",
  ],
  staff: [
    "list",
    "get",
    "categories",
    "versions",
    "difference",
    "reasons",
    "preview",
    "find",
    "suggestFor",
    "create",
    "translate",
    "save",
    "revert",
    "stage",
    "publish",
    "arrange",
  ],
  admins: ["saveCategory", "orderCategories", "removeCategory", "missing"],
} as const;
