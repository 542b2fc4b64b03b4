import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";

const savePlanSchema = z.object({
  commandId: commandIdSchema,
  name: z.string().trim().min(1).max(limits.planNameCharsMax),
  /** The query of the planner's address: it holds the whole plan. */
  address: z.string().max(limits.planAddressCharsMax),
});

/**
 * Keeps a plan under a name of its own.
 * @throws AppError `name_taken`, or `limit_reached` when as many are kept as a list shows.
 */
export const savePlan = command(
  "capacity.savePlan",
  savePlanSchema,
  async (tx, { actor, now }, { name, address }) => {
    // Two who save the last plan that there is room for: one of them hears that there is none left.
    await tx.rows(sql`lock table capacity_plans in share row exclusive mode`);
    const [known] = await tx.rows<{ plans: number; named: number }>(sql`
      select count(*)::int as plans, count(*) filter (where name = ${name})::int as named
      from capacity_plans`);
    if ((known?.named ?? 0) > 0) throw new AppError("name_taken");
    if ((known?.plans ?? 0) >= limits.plansMax) throw new AppError("limit_reached");
    const id = newId(now.getTime());
    await tx.rows(sql`
      insert into capacity_plans (id, name, address, author_id, created_at)
      values (${id}, ${name}, ${address}, ${actor.id}, ${now})`);
    return { planId: id };
  },
);

const removePlanSchema = z.object({ commandId: commandIdSchema, planId: z.uuid() });

/** Lets a plan go; one that is gone already is gone. */
export const removePlan = command(
  "capacity.removePlan",
  removePlanSchema,
  async (tx, _context, { planId }) => {
    await tx.rows(sql`delete from capacity_plans where id = ${planId}`);
    return null;
  },
);
