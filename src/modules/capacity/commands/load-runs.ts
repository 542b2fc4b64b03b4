import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type KnownRun, stateNow } from "../rules/lab/state";
import { labOptionsSchema } from "./lab-shapes";

type Row = {
  id: string;
  state: KnownRun["state"];
  asked_at: Date;
  seen_at: Date | null;
  says: string | null;
};

async function noteWish(
  tx: CommandTx,
  { actor, now }: { actor: { id: string }; now: Date },
  verb: string,
  subject: string,
): Promise<void> {
  await tx.rows(sql`
    insert into operator_actions (id, actor_id, action, subject, at)
    values (${newId(now.getTime())}, ${actor.id}, ${`load run ${verb}`}, ${subject}, ${now})`);
}

/** Writes down what became of a run that nobody carries out any more. */
async function settleOpen(tx: CommandTx, now: Date): Promise<void> {
  const open = await tx.rows<Row>(sql`
    select id, state, asked_at, seen_at, says from load_runs
    where state in ('asked', 'running') limit 2 for update`);
  for (const { id, state, asked_at, seen_at, says } of open) {
    const known = {
      state,
      askedAtMs: asked_at.getTime(),
      seenAtMs: seen_at?.getTime() ?? null,
      says,
    };
    const found = stateNow(known, now.getTime());
    if (found.state !== state)
      await tx.rows(sql`
        update load_runs set state = ${found.state}, says = ${found.says}, ended_at = ${now}
        where id = ${id}`);
  }
}

const startSchema = z.object({ commandId: commandIdSchema, options: labOptionsSchema });

/**
 * Asks for a run of the load lab; who supervises the installation takes it up.
 * @throws AppError `load_run_under_way` while another one is.
 */
export const startLoadRun = command(
  "capacity.startLoadRun",
  startSchema,
  async (tx, context, { options }) => {
    const { actor, now } = context;
    await tx.rows(sql`lock table load_runs in share row exclusive mode`);
    await settleOpen(tx, now);
    const [known] = await tx.rows<{ open: number; runs: number }>(sql`
      select count(*)::int as runs,
        (count(*) filter (where state in ('asked', 'running')))::int as open from load_runs`);
    if ((known?.open ?? 0) > 0) throw new AppError("load_run_under_way");
    if ((known?.runs ?? 0) >= limits.loadRunsShownMax) throw new AppError("limit_reached");
    const id = newId(now.getTime());
    await tx.rows(sql`
      insert into load_runs (id, state, options, asked_at, author_id)
      values (${id}, 'asked', ${JSON.stringify(options)}, ${now}, ${actor.id})`);
    await noteWish(tx, context, "start", `${options.scenario}, ${options.tickets} tickets`);
    return { runId: id };
  },
);

const oneSchema = z.object({ commandId: commandIdSchema, runId: z.uuid() });

/** Wishes a run to end. One that nobody has taken up is over at once; one that is over stays so. */
export const cancelLoadRun = command(
  "capacity.cancelLoadRun",
  oneSchema,
  async (tx, context, { runId }) => {
    const [run] = await tx.rows<{ state: string }>(sql`
      update load_runs set cancel_asked = true,
        state = case when state = 'asked' then 'cancelled' else state end,
        says = case when state = 'asked' then 'It was cancelled before it began.' else says end,
        ended_at = case when state = 'asked' then ${context.now} else ended_at end
      where id = ${runId} and state in ('asked', 'running')
      returning state`);
    if (run !== undefined) await noteWish(tx, context, "cancel", runId);
    return null;
  },
);

/** Lets a run go that is over; what the planner took from it stays there. */
export const removeLoadRun = command(
  "capacity.removeLoadRun",
  oneSchema,
  async (tx, context, { runId }) => {
    await settleOpen(tx, context.now);
    const gone = await tx.rows(sql`
      delete from load_runs where id = ${runId} and state not in ('asked', 'running')
      returning id`);
    if (gone.length > 0) await noteWish(tx, context, "remove", runId);
    return null;
  },
);
