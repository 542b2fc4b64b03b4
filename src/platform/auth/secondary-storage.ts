import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { isSessionToken } from "./cookie";
import { endSession, keepSession, sessionsOf, touchSession } from "./sessions";

const listPrefix = "active-sessions-";

/** better-auth's list of a person's sessions, from the index that is kept without read and write. */
async function listOf(userId: string): Promise<string | null> {
  const expiresAt = nowMs() + limits.sessionCookieMs;
  const tokens = await sessionsOf(userId);
  return tokens.length === 0 ? null : JSON.stringify(tokens.map((token) => ({ token, expiresAt })));
}

/**
 * Where better-auth keeps sessions, and nothing else: verifications stay in PostgreSQL, lists come
 * from our index, and a person whose sessions were all ended has none that could be marked.
 */
export const secondaryStorage = {
  get: async (key: string) => {
    if (key.startsWith(listPrefix)) return listOf(key.slice(listPrefix.length));
    return isSessionToken(key) ? touchSession(key) : null;
  },
  set: async (key: string, value: string) => {
    if (isSessionToken(key)) await keepSession(key, value);
  },
  delete: async (key: string) => {
    if (isSessionToken(key)) await endSession(key);
  },
  getAndDelete: async (key: string) => {
    if (!isSessionToken(key)) return null;
    const content = await touchSession(key);
    await endSession(key);
    return content;
  },
  increment: async (): Promise<number> => {
    throw new Error("better-auth counts nothing here: the limits are ours");
  },
};
