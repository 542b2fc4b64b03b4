import type { ErrorRule } from "../rule";

/** Views, filters, searches, and what is done to many tickets at once. */
export const lists = {
  view_not_found: { http: 404, client: "refetch", words: "We could not find that view." },
  view_changed: {
    http: 409,
    client: "refetch",
    words: "Someone changed this view meanwhile. Nothing was saved. Look again and decide.",
  },
  views_full: {
    http: 409,
    client: "correct",
    words: "You have as many views as one person may. Nothing was saved. Delete one first.",
  },
  bulk_not_found: { http: 404, client: "refetch", words: "We could not find that bulk action." },
  bulk_too_many: {
    http: 409,
    client: "correct",
    words: "More tickets match than one action may change. Nothing was changed. Narrow the filter.",
  },
  bulk_empty: {
    http: 409,
    client: "refetch",
    words: "No ticket matches any more. Nothing was changed.",
  },
  bulk_not_undoable: {
    http: 409,
    client: "refetch",
    words: "This action still runs, was taken back already, or is too old. Nothing was changed.",
  },
  filter_field_gone: {
    http: 409,
    client: "correct",
    words: "This filter uses a field that is gone. Nothing was changed. Take that condition out.",
  },
  filter_not_understood: {
    http: 400,
    client: "correct",
    words: "A part of this filter could not be understood. Correct the marked place.",
  },
  search_stopped: {
    http: 422,
    client: "correct",
    words:
      "This search would take too long and was stopped. Add a word, a field such as status:open, or a time such as created:<30d.",
  },
  search_busy: {
    http: 503,
    client: "retry",
    words: "Many people are searching at once. Try again in a moment.",
  },
  search_only_excludes: {
    http: 422,
    client: "correct",
    words: "This only says what to leave out. Add a word or a field to look for.",
  },
} as const satisfies Record<string, ErrorRule>;
