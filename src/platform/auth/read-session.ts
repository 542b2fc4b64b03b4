import { AppError } from "@/platform/errors";
import type { Actor } from "./actor";
import { sessionTokenOf } from "./cookie";
import { endSession, lookAtSession, touchSession } from "./sessions";
import { actorOf, readStored } from "./stored-session";

/** From when on a person's sessions count; null when none was ended but one by one. */
export type ValidFrom = (userId: string) => Promise<Date | null>;

type ReadCookies = (cookieHeader: string) => Promise<Actor | null>;

/** The one reader of sessions; identity knows since when a person's sessions count. */
export function sessionReader(validFrom: ValidFrom): {
  /**
   * Who a request's cookies speak for; null when nobody: absent, forged, expired or suspended. Each
   * reading prolongs the session.
   * @throws AppError `session_store_unavailable` when the store cannot say, which is never the same.
   */
  readSession: ReadCookies;
  /** The same without prolonging it: for looking whether somebody may stay, not for what they do. */
  peekSession: ReadCookies;
} {
  const readBy =
    (fetch: (token: string) => Promise<string | null>): ReadCookies =>
    async (cookieHeader) => {
      const token = sessionTokenOf(cookieHeader);
      if (token === null) return null;
      const content = await fetch(token).catch((cause: unknown) => {
        throw new AppError("session_store_unavailable", { cause });
      });
      const stored = content === null ? null : readStored(content);
      if (stored === null || stored.person.suspendedAt) return null;
      const from = await validFrom(stored.person.id);
      if (from !== null && stored.begunAtMs < from.getTime()) {
        // Whoever should have ended it died before; it lets nobody in even if this fails.
        await endSession(token).catch(() => undefined);
        return null;
      }
      return actorOf(stored.person, token);
    };
  return { readSession: readBy(touchSession), peekSession: readBy(lookAtSession) };
}
