import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { surgeLevels, tellSurge } from "@/platform/surge";
import { surgeNow } from "../queries/surge";

export const switchSurgeSchema = z.object({
  commandId: commandIdSchema,
  /** Null ends what somebody chose: what is measured counts again. */
  level: z.literal([...surgeLevels]).nullable(),
  minutes: z.int().min(1).max(limits.surgeByHandMinutesMax).default(15),
  reason: z.string().trim().min(1).max(300),
});
type Asked = z.output<typeof switchSurgeSchema>;

const note = command(
  "capacity.switchSurge",
  switchSurgeSchema,
  async (tx, { actor, now }, { level, minutes, reason }) => {
    await tx.rows(sql`
      update surge_changes set ended_at = ${now} where until > ${now} and ended_at is null`);
    if (level === null) return null;
    const until = new Date(now.getTime() + minutes * 60_000);
    await tx.rows(sql`
      insert into surge_changes (id, level, actor_id, says, at, until)
      values (${newId(now.getTime())}, ${level}, ${actor.id}, ${reason}, ${now}, ${until})`);
    return null;
  },
);

/**
 * Switches surge mode by hand, for a while: it goes back by itself.
 * @throws AppError when the store is away: the next look of a worker tells the processes then.
 */
export async function switchSurge(actor: Actor, asked: Asked): Promise<{ level: number }> {
  await note.execute(actor, asked);
  const { level } = await surgeNow();
  await tellSurge(level);
  return { level };
}
