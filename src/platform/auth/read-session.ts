import { AppError } from "@/platform/errors";
import type { Actor } from "./actor";
import { sessionTokenOf } from "./cookie";
import { useSession } from "./sessions";
import { actorOf, personOf } from "./stored-session";

/**
 * Who a request's cookies speak for; null when nobody: absent, forged, expired or suspended.
 * @throws AppError `session_store_unavailable` when the store cannot say, which is never the same.
 */
export async function readSession(cookieHeader: string): Promise<Actor | null> {
  const token = sessionTokenOf(cookieHeader);
  if (token === null) return null;
  const content = await useSession(token).catch((cause: unknown) => {
    throw new AppError("session_store_unavailable", { cause });
  });
  const person = content === null ? null : personOf(content);
  if (person === null || person.suspendedAt) return null;
  return actorOf(person, token);
}
