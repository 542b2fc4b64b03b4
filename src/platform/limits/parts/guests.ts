/** Questions of people without an account, and the page on which they ask. */
export const guests = {
  guestQuestionsPerAddressMax: 10,
  guestQuestionsPerMailboxMax: 3,
  guestFilesPerAddressMax: 60,
  guestWindowMs: 3_600_000,
  guestFormMsMin: 3_000,
  guestFormMsMax: 24 * 3_600_000,
  guestQuestionMs: 7 * 24 * 3_600_000,
  logoBase64CharsMax: 280_000,
} as const;
