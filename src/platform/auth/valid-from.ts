import { nowMs } from "@/platform/clock";
import { db, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";

type Known = { validFrom: Date | null; readAtMs: number };

const known = () => processShared("session-marks", () => new Map<string, Known>());

/**
 * From when on a person's sessions count; null when none was ended but one by one. Asked of the
 * primary at most every few seconds for one person: sessions normally end in the store at once, this
 * holds for those that a process left behind when it died.
 * @throws AppError `database_unavailable`
 */
export async function sessionsValidFrom(userId: string): Promise<Date | null> {
  const remembered = known().get(userId);
  if (remembered !== undefined && nowMs() - remembered.readAtMs < limits.sessionMarkMs)
    return remembered.validFrom;
  const rows = await db.write
    .rows<{ valid_from: Date }>(sql`
      select valid_from from session_marks where user_id = ${userId}`)
    .catch((cause: unknown) => {
      throw new AppError("database_unavailable", { cause });
    });
  const validFrom = rows[0]?.valid_from ?? null;
  const people = known();
  if (people.size >= limits.sessionMarksKeptMax) people.clear();
  people.set(userId, { validFrom, readAtMs: nowMs() });
  return validFrom;
}

/** From this moment on nothing counts that somebody was signed in to before; as a new password does. */
export async function markSessions(tx: Transaction, userId: string): Promise<void> {
  await tx.rows(sql`
    insert into session_marks (user_id, valid_from) values (${userId}, clock_timestamp())
    on conflict (user_id) do update set valid_from = excluded.valid_from`);
}
