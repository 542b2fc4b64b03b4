/** Webhooks. */
export const webhooks = {
  webhooksMax: 50,
  webhookUrlCharsMax: 2_000,
  webhookSweepMs: 1_000,
  webhookAnswerMsMax: 10_000,
  webhookRetryMs: 3 * 24 * 3_600_000,
  /** An endpoint at which nothing arrived for so long is not sent to any more. */
  webhookFailingMsMax: 3 * 24 * 3_600_000,
  webhookClaimMs: 60_000,
  webhookPlacesMax: 200,
  webhookFailingPlacesMax: 3,
  webhookBodyBytesMax: 256 * 1024,
  webhookAnswerBytesMax: 4 * 1024,
  webhookExcerptCharsMax: 2_000,
  webhookDeliveryPageRows: 50,
  webhookAttemptsShownMax: 50,
  webhookDeliveriesKeepMs: 30 * 24 * 3_600_000,
  webhookSecretOverlapMs: 24 * 3_600_000,
} as const;
