/** What a request says once it is live. */
export const liveWords = {
  undone: "Not sent. Your text is back in the box.",
  newReply: (author: string) => `New reply from ${author}`,
  stale: "This page may be out of date.",
  retry: "Retry",
  sent: "Sends in 15 seconds. Undo takes it back.",
} as const;
