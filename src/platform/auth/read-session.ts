import { AppError } from "@/platform/errors";
import type { Actor } from "./actor";
import { sessionTokenOf } from "./cookie";
import { endSession, lookAtSession, touchSession } from "./sessions";
import { actorOf, readStored } from "./stored-session";
import { sessionsValidFrom } from "./valid-from";

async function actorOfCookies(
  cookieHeader: string,
  fetch: (token: string) => Promise<string | null>,
): Promise<Actor | null> {
  const token = sessionTokenOf(cookieHeader);
  if (token === null) return null;
  const content = await fetch(token).catch((cause: unknown) => {
    throw new AppError("session_store_unavailable", { cause });
  });
  const stored = content === null ? null : readStored(content);
  if (stored === null || stored.person.suspendedAt) return null;
  const validFrom = await sessionsValidFrom(stored.person.id);
  if (validFrom !== null && stored.begunAtMs < validFrom.getTime()) {
    // Whoever should have ended it died before; it lets nobody in even if this fails.
    await endSession(token).catch(() => undefined);
    return null;
  }
  return actorOf(stored.person, token);
}

/**
 * Who a request's cookies speak for; null when nobody: absent, forged, expired, suspended or ended
 * by a new password. Each reading prolongs the session.
 * @throws AppError `session_store_unavailable` when the store cannot say, which is never the same.
 */
export function readSession(cookieHeader: string): Promise<Actor | null> {
  return actorOfCookies(cookieHeader, touchSession);
}

/** The same without prolonging it: for looking whether somebody may stay, not for what they do. */
export function peekSession(cookieHeader: string): Promise<Actor | null> {
  return actorOfCookies(cookieHeader, lookAtSession);
}
