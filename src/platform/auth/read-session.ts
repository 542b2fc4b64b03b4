import { AppError } from "@/platform/errors";
import type { Actor } from "./actor";
import { sessionTokenOf } from "./cookie";
import { lookAtSession, touchSession } from "./sessions";
import { actorOf, personOf } from "./stored-session";

async function actorOfCookies(
  cookieHeader: string,
  fetch: (token: string) => Promise<string | null>,
): Promise<Actor | null> {
  const token = sessionTokenOf(cookieHeader);
  if (token === null) return null;
  const content = await fetch(token).catch((cause: unknown) => {
    throw new AppError("session_store_unavailable", { cause });
  });
  const person = content === null ? null : personOf(content);
  if (person === null || person.suspendedAt) return null;
  return actorOf(person, token);
}

/**
 * Who a request's cookies speak for; null when nobody: absent, forged, expired or suspended. Each
 * reading prolongs the session.
 * @throws AppError `session_store_unavailable` when the store cannot say, which is never the same.
 */
export function readSession(cookieHeader: string): Promise<Actor | null> {
  return actorOfCookies(cookieHeader, touchSession);
}

/** The same without prolonging it: for looking whether somebody may stay, not for what they do. */
export function peekSession(cookieHeader: string): Promise<Actor | null> {
  return actorOfCookies(cookieHeader, lookAtSession);
}
