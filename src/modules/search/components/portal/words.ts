/** What the portal's search says, in one place, so that it can be said in other languages. */
export const searchWords = {
  label: "Search my requests",
  search: "Search",
  back: "Back to all requests",
  found: (count: number, asked: string) =>
    count === 0
      ? `Nothing in your requests says “${asked}”.`
      : `${count === 1 ? "1 request says" : `${count} requests say`} “${asked}”.`,
  other: "Try another word, or ask us.",
} as const;
