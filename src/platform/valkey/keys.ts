import { env } from "@/platform/env";
import { limits } from "@/platform/limits";

export const purposes = ["session", "cache", "queue", "realtime"] as const;
export type Purpose = (typeof purposes)[number];

type KeyRule = {
  purpose: Purpose;
  /** null: the key lives until it is removed (queues and streams bound themselves). */
  lifetimeMs: number | null;
  key: (...parts: string[]) => string;
};

/**
 * All keys, with their lifetimes: nothing else spells a key. Hash tags stand only where one
 * operation touches several keys, so that a cluster works and still spreads.
 */
export const keyRules = {
  session: {
    purpose: "session",
    lifetimeMs: limits.sessionIdleMs,
    key: (token) => `session:${token}`,
  },
  sessionsOfPerson: {
    purpose: "session",
    // As long as a session that is used every day; ended ones are taken out one by one.
    lifetimeMs: limits.sessionCookieMs,
    key: (userId) => `session:person:${userId}`,
  },
  ownWrites: {
    purpose: "session",
    lifetimeMs: limits.ownWritesKeepMs,
    key: (userId) => `session:wrote:${userId}`,
  },
  ticketList: {
    purpose: "cache",
    lifetimeMs: 30_000,
    key: (filters) => `cache:tickets:list:${filters}`,
  },
  ticketDetail: { purpose: "cache", lifetimeMs: 60_000, key: (id) => `cache:tickets:${id}` },
  kbArticle: {
    purpose: "cache",
    lifetimeMs: 3_600_000,
    // A slug is one language's: `en:first-steps`.
    key: (slug) => `cache:kb:article:${slug}`,
  },
  kbCategories: {
    purpose: "cache",
    lifetimeMs: 3_600_000,
    key: (language) => `cache:kb:categories:${language}`,
  },
  rateLimit: {
    purpose: "session",
    lifetimeMs: 60_000,
    key: (identifier) => `ratelimit:${identifier}`,
  },
  lock: { purpose: "session", lifetimeMs: 30_000, key: (resource) => `lock:${resource}` },
  presence: {
    purpose: "realtime",
    lifetimeMs: limits.presenceMs,
    key: (ticketId) => `presence:${ticketId}`,
  },
  process: {
    purpose: "realtime",
    lifetimeMs: limits.processForgottenMs * 2,
    key: () => "processes",
  },
  demoActivity: {
    purpose: "realtime",
    lifetimeMs: limits.demoActivityMs,
    key: () => "demo:activity",
  },
  events: { purpose: "realtime", lifetimeMs: null, key: () => "events" },
  sockets: { purpose: "realtime", lifetimeMs: null, key: () => "sockets" },
} as const satisfies Record<string, KeyRule>;

export type KeyName = keyof typeof keyRules;

/** A key as the store knows it: with the installation's prefix. */
export function keyOf(name: KeyName, ...parts: string[]): string {
  const rule: KeyRule = keyRules[name];
  return `${env().VALKEY_PREFIX}${rule.key(...parts)}`;
}

/** A key's lifetime in milliseconds. */
export function lifetimeMs(name: KeyName): number {
  return keyRules[name].lifetimeMs ?? 0;
}

/** BullMQ's prefix: one hash tag for all keys of a queue, as a cluster demands. */
export function queuePrefix(): string {
  return `${env().VALKEY_PREFIX}{queue}`;
}
