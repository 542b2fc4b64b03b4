import type { ErrorRule } from "../rule";

/** What stands behind us and does not answer now. */
export const machines = {
  names_unavailable: {
    http: 503,
    client: "retry",
    words: "The name servers do not answer right now. Nothing was lost. Try again in a moment.",
  },
  queue_unavailable: {
    http: 503,
    client: "retry",
    words: "The queues cannot be reached right now. Nothing was lost. Try again in a moment.",
  },
  session_store_unavailable: {
    http: 503,
    client: "retry",
    words: "Sign-in is not reachable right now. You stay signed in. Try again in a moment.",
  },
  storage_unavailable: {
    http: 503,
    client: "retry",
    words: "The store for files does not answer. Your text is kept. Try again in a moment.",
  },
  database_unavailable: {
    http: 503,
    client: "retry",
    words: "The database does not answer. Nothing was changed. Try again in a moment.",
  },
  realtime_full: {
    http: 503,
    client: "retry",
    words: "This server carries all the connections it can. Trying another one.",
  },
} as const satisfies Record<string, ErrorRule>;
