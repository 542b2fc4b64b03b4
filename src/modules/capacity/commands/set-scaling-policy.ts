import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { foundingPolicy, scalingSubjects } from "../rules/scaling/subjects";
import { stepPolicySchema } from "../schema";

export const setScalingPolicySchema = z.object({
  commandId: commandIdSchema,
  subject: z.enum(scalingSubjects),
  /** Null goes back to the founding rule. */
  policy: stepPolicySchema.nullable(),
  /** The version that the admin had before their eyes; 0 where there was none. */
  seenVersion: z.int().min(0),
  reason: z.string().trim().min(1).max(limits.scalingReasonCharsMax),
});

/** Says how something is scaled from now on: a new version, with who and why. */
export const setScalingPolicy = command(
  "capacity.setScalingPolicy",
  setScalingPolicySchema,
  async (tx, { actor, now }, { subject, policy, seenVersion, reason }) => {
    if (policy !== null && policy.metric !== foundingPolicy(subject).metric)
      throw new AppError("invalid_input");
    // Two who save at once: one of them has not seen what the other wrote.
    await tx.rows(sql`lock table scaling_policies in share row exclusive mode`);
    const [newest] = await tx.rows<{ version: number }>(sql`
      select version from scaling_policies where subject = ${subject}
      order by version desc limit 1`);
    const version = newest?.version ?? 0;
    if (version !== seenVersion) throw new AppError("settings_changed", { detail: { version } });
    await tx.rows(sql`
      insert into scaling_policies (subject, version, policy, reason, actor_id, at)
      values (${subject}, ${version + 1}, ${policy === null ? null : JSON.stringify(policy)},
        ${reason}, ${actor.id}, ${now})`);
    return { version: version + 1 };
  },
);
