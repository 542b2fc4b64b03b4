import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { readAgain } from "../steps/read-again";

type Run = {
  id: string;
  asked_since: Date | null;
  after_created_at: Date | null;
  after_id: string | null;
  total_count: number | null;
};

const batch = raw(String(limits.slaRecomputeBatchMax));
const firstId = "00000000-0000-0000-0000-000000000000";

/** The tickets that a run is about, oldest first. */
const ticketsOf = (run: Run) =>
  run.asked_since === null
    ? sql`tickets.status in ('open', 'pending', 'on_hold') and not tickets.synthetic`
    : sql`tickets.created_at >= ${run.asked_since} and not tickets.synthetic`;

/** Reads the next batch of a run's tickets again; `done` when there was none left. */
export const recomputeBatch = command(
  "sla.recompute",
  z.object({ commandId: commandIdSchema, runId: z.uuid() }),
  async (tx, { now }, { runId }) => {
    const run = await tx.first<Run>(sql`
      select id, asked_since, after_created_at, after_id, total_count from sla_recomputes
      where id = ${runId} and ended_at is null for update skip locked`);
    if (run === undefined) return { done: true };
    if (run.total_count === null)
      await tx.rows(sql`
        update sla_recomputes set total_count = (select count(*) from tickets where ${ticketsOf(run)})
        where id = ${runId}`);
    const tickets = await tx.rows<{ id: string; created_at: Date }>(sql`
      select tickets.id, tickets.created_at from tickets
      where ${ticketsOf(run)} and (tickets.created_at, tickets.id)
        > (${run.after_created_at ?? "-infinity"}::timestamptz, ${run.after_id ?? firstId}::uuid)
      order by tickets.created_at, tickets.id limit ${batch}`);
    const last = tickets.at(-1);
    if (last === undefined) {
      await tx.rows(sql`update sla_recomputes set ended_at = ${now} where id = ${runId}`);
      return { done: true };
    }
    const ids = tickets.map(({ id }) => id);
    const moved = await readAgain(tx, ids, now, true);
    await tx.rows(sql`
      update sla_recomputes set checked_count = checked_count + ${tickets.length},
        moved_count = moved_count + ${moved}, after_created_at = ${last.created_at},
        after_id = ${last.id}
      where id = ${runId}`);
    return { done: false };
  },
);
