import { db, sql } from "@/platform/database";

/** Whether people are asked how it went, and how long after their ticket was solved. */
export async function satisfactionSettings(): Promise<{ asks: boolean; delayMinutes: number }> {
  const [row] = await db.write.rows<{ asks: boolean; delay_minutes: number }>(sql`
    select asks, delay_minutes from satisfaction_settings`);
  return { asks: row?.asks ?? false, delayMinutes: row?.delay_minutes ?? 0 };
}
