import { createHash } from "node:crypto";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";
import { personOf, readStored, type SessionPerson, withPerson } from "./stored-session";

const store = () => valkey("session");
const indexOf = (userId: string) => keyOf("sessionsOfPerson", userId);

/** A session's content, prolonged by being read; null when there is none. One round trip. */
export function touchSession(token: string): Promise<string | null> {
  return store().getex(keyOf("session", token), "PX", lifetimeMs("session"));
}

/** A session's content, without prolonging it. */
export function lookAtSession(token: string): Promise<string | null> {
  return store().get(keyOf("session", token));
}

/**
 * Keeps a new session. The index comes first: whoever ends all sessions of a person then meets
 * either this one or a person who may not have it.
 */
export async function keepSession(token: string, content: string): Promise<void> {
  const person = personOf(content);
  if (person === null) throw new Error("A session without a person cannot be kept");
  const index = indexOf(person.id);
  await store().zadd(index, "NX", nowMs(), token);
  await store().pexpire(index, lifetimeMs("sessionsOfPerson"));
  await store().set(keyOf("session", token), content, "PX", lifetimeMs("session"));
  await boundSessions(person.id);
}

export async function sessionsOf(userId: string): Promise<string[]> {
  return store().zrange(indexOf(userId), 0, -1);
}

/** Ends one session; a token that names none ends nothing. */
export async function endSession(token: string): Promise<void> {
  const content = await store().getdel(keyOf("session", token));
  const person = content === null ? null : personOf(content);
  if (person !== null) await store().zrem(indexOf(person.id), token);
}

/** Ends every session that a person has at this moment, and says how many there were. */
export async function endSessionsOf(userId: string): Promise<number> {
  let ended = 0;
  for (const token of await sessionsOf(userId)) {
    ended += await store().del(keyOf("session", token));
    await store().zrem(indexOf(userId), token);
  }
  return ended;
}

/** On how many devices somebody is signed in; the index may name sessions that have run out. */
export async function countSessionsOf(userId: string): Promise<number> {
  const tokens = await sessionsOf(userId);
  const alive = await Promise.all(tokens.map((token) => store().exists(keyOf("session", token))));
  return alive.filter((there) => there > 0).length;
}

export type AliveSession = {
  token: string;
  userAgent: string;
  begunAtMs: number;
  /** Each use prolongs a session by its whole life, so what is left of that says when it was. */
  lastUsedAtMs: number;
};

/** A person's sessions that still let somebody in. */
export async function aliveSessionsOf(userId: string): Promise<AliveSession[]> {
  const found: AliveSession[] = [];
  for (const token of await sessionsOf(userId)) {
    const key = keyOf("session", token);
    const [content, msLeft] = await Promise.all([store().get(key), store().pttl(key)]);
    const stored = content === null ? null : readStored(content);
    if (stored === null || msLeft < 0) continue;
    const { userAgent, begunAtMs } = stored;
    const lastUsedAtMs = nowMs() - Math.max(0, lifetimeMs("session") - msLeft);
    found.push({ token, userAgent, begunAtMs, lastUsedAtMs });
  }
  return found;
}

/** Ends what was begun before a moment, but for one session by its mark; says how many that were. */
export async function endSessionsBefore(
  userId: string,
  before: Date,
  keptMark: string | null,
): Promise<number> {
  const alive = await aliveSessionsOf(userId);
  const old = alive.filter(
    ({ token, begunAtMs }) => begunAtMs < before.getTime() && sessionMark(token) !== keptMark,
  );
  for (const { token } of old) await endSession(token);
  return old.length;
}

/** Gives a person's sessions what has changed of them; no session lives longer by it, or again. */
export async function rewriteSessionsOf(person: SessionPerson): Promise<void> {
  for (const token of await sessionsOf(person.id)) {
    const key = keyOf("session", token);
    const content = await store().get(key);
    const rewritten = content === null ? null : withPerson(content, person);
    if (rewritten === null) await store().zrem(indexOf(person.id), token);
    else await store().set(key, rewritten, "KEEPTTL", "XX");
  }
}

async function boundSessions(userId: string): Promise<void> {
  const tokens = await sessionsOf(userId);
  if (tokens.length <= limits.sessionsPerPersonMax) return;
  const alive: string[] = [];
  for (const token of tokens) {
    if ((await store().exists(keyOf("session", token))) > 0) alive.push(token);
    else await store().zrem(indexOf(userId), token);
  }
  const tooMany = alive.slice(0, Math.max(0, alive.length - limits.sessionsPerPersonMax));
  for (const token of tooMany) await endSession(token);
}

/** Names a session to others without giving it away. */
export function sessionMark(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
