import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { operate, queueNames } from "@/platform/queues";

export const operateQueueSchema = z.object({
  commandId: commandIdSchema,
  queue: z.enum(queueNames),
  verb: z.enum(["pause", "resume", "retry", "remove"]),
  /** One failed job; without it, all that the page shows. */
  jobId: z.string().max(200).nullable().default(null),
});
type Asked = z.output<typeof operateQueueSchema>;

/** The audit comes first: what was wished is known, also where the store did not take it. */
const noteWish = command(
  "capacity.operateQueue",
  operateQueueSchema,
  async (tx, { actor, now }, { queue, verb, jobId }) => {
    const subject = jobId === null ? queue : `${queue}, ${jobId}`;
    await tx.rows(sql`
      insert into operator_actions (id, actor_id, action, subject, at)
      values (${newId()}, ${actor.id}, ${`queue ${verb}`}, ${subject}, ${now})`);
    return null;
  },
);

/**
 * Pauses a queue, lets it run again, or tries or removes what failed.
 * @throws AppError `queue_unavailable` when its store is away; doing it again is harmless.
 */
export async function operateQueue(actor: Actor, asked: Asked): Promise<{ jobs: number }> {
  await noteWish.execute(actor, asked);
  return { jobs: await operate(asked.queue, asked.verb, asked.jobId) };
}
