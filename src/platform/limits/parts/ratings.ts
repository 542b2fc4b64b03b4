/** How customers are asked how it went. */
export const ratings = {
  ratingCommentCharsMax: 2_000,
  ratingOpenMs: 30 * 24 * 3_600_000,
  ratingChangeMs: 7 * 24 * 3_600_000,
  /** Nobody is asked again so soon who has left a question unanswered. */
  ratingAskAgainMs: 7 * 24 * 3_600_000,
  ratingAskWithinMs: 7 * 24 * 3_600_000,
  ratingAskSweepMs: 15_000,
  ratingAskRows: 100,
  ratingDelayMinutesMax: 7 * 24 * 60,
  ratingPageRows: 25,
  ratingGroupsMax: 50,
  ratingDaysMax: 366,
  ratingVotesPerAddressMax: 60,
  ratingVotesWindowMs: 15 * 60_000,
} as const;
