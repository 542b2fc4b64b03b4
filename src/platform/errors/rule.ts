/** What a client does with a refusal. */
export type ClientReaction = "retry" | "refetch" | "leave" | "correct" | "sign_in" | "report";

export type ErrorRule = {
  /** The HTTP status; the tRPC code is derived from it. */
  http: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 504;
  client: ClientReaction;
  /** For a person: what happened, what became of the work, what to do. */
  words: string;
};
