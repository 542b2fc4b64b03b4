/** What is said when a page cannot be. */
export const troubleWords = {
  title: "This page cannot be shown right now",
  text: "A part of InsightDesk does not answer. You stay signed in, and nothing that you sent is lost. Try again in a moment.",
  retry: "Try again",
  reference: "Reference",
  missingTitle: "We could not find that",
  missingText: "The request does not exist, or it belongs to somebody else.",
  home: "My requests",
} as const;
