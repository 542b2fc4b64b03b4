import { sessionReader } from "@/platform/auth/read-session";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";

type Known = { validFrom: Date | null; readAtMs: number };

const known = () => processShared("sessions-valid-from", () => new Map<string, Known>());

/**
 * Asked of the primary at most every few seconds for one person: sessions normally end in the store
 * at once, this holds for those that a process left behind when it died.
 */
async function sessionsValidFrom(userId: string): Promise<Date | null> {
  const remembered = known().get(userId);
  if (remembered !== undefined && nowMs() - remembered.readAtMs < limits.sessionsValidFromMs)
    return remembered.validFrom;
  const [row] = await db.write
    .rows<{ sessions_valid_from: Date | null }>(sql`
      select sessions_valid_from from users where id = ${userId}`)
    .catch((cause: unknown) => {
      throw new AppError("database_unavailable", { cause });
    });
  const validFrom = row?.sessions_valid_from ?? null;
  const people = known();
  if (people.size >= limits.sessionsValidFromKeptMax) people.clear();
  people.set(userId, { validFrom, readAtMs: nowMs() });
  return validFrom;
}

export const { readSession, peekSession } = sessionReader(sessionsValidFrom);
