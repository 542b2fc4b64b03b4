import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { asideChanged } from "../events";
import { logActivity, ticketForUpdate } from "../steps";

const about = z.object({ commandId: commandIdSchema, ticketId: z.uuid() });

async function tell(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  ticketId: string,
  seconds: number | null,
) {
  if (seconds !== null)
    await logActivity(
      tx,
      { ticketId, actorId: actor.id, at: now },
      { kind: "timed", detail: { seconds } },
    );
  tx.append(asideChanged.make({ ticketId, part: "time" }, { ticketId }));
}

/** Starts one's timer; it runs on one ticket at a time. */
export const startTimer = command("tickets.startTimer", about, async (tx, context, input) => {
  const { actor, now } = context;
  const ticket = await ticketForUpdate(tx, actor, input.ticketId);
  const started = await tx.rows(sql`
    insert into ticket_times (id, ticket_id, user_id, started_at)
    values (${newId(now.getTime())}, ${ticket.id}, ${actor.id}, ${now})
    on conflict (user_id) where seconds is null do nothing returning id`);
  if (started.length === 0) {
    const running = await tx.first<{ number: number }>(sql`
      select tickets.number from ticket_times
      join tickets on tickets.id = ticket_times.ticket_id
      where ticket_times.user_id = ${actor.id} and ticket_times.seconds is null`);
    if (running?.number === ticket.number) return { startedAt: null };
    throw new AppError("timer_runs", { detail: { number: running?.number ?? null } });
  }
  await tell(tx, context, ticket.id, null);
  return { startedAt: now.toISOString() };
});

/** Stops one's timer on a ticket; what it counted stays, up to the longest that makes sense. */
export const stopTimer = command("tickets.stopTimer", about, async (tx, context, input) => {
  const { actor, now } = context;
  const ticket = await ticketForUpdate(tx, actor, input.ticketId);
  const stopped = await tx.first<{ seconds: number }>(sql`
    update ticket_times
    set seconds = least(greatest(1, extract(epoch from (${now}::timestamptz - started_at))::int),
      ${limits.timeSecondsMax}::int)
    where user_id = ${actor.id} and ticket_id = ${ticket.id} and seconds is null
    returning seconds`);
  if (stopped === undefined) return { seconds: 0 };
  await tell(tx, context, ticket.id, stopped.seconds);
  return { seconds: stopped.seconds };
});

const addSchema = about.extend({
  seconds: z.int().min(1).max(limits.timeSecondsMax),
  note: z.string().trim().max(limits.timeNoteCharsMax).default(""),
});

/** Time that nobody measured. */
export const addTime = command("tickets.addTime", addSchema, async (tx, context, input) => {
  const { actor, now } = context;
  const ticket = await ticketForUpdate(tx, actor, input.ticketId);
  const id = newId(now.getTime());
  await tx.rows(sql`
    insert into ticket_times (id, ticket_id, user_id, started_at, seconds, note)
    values (${id}, ${ticket.id}, ${actor.id}, ${now}, ${input.seconds}, ${input.note})`);
  await tell(tx, context, ticket.id, input.seconds);
  return { timeId: id };
});

/** Takes one's own entry back. */
export const removeTime = command(
  "tickets.removeTime",
  about.extend({ timeId: z.uuid() }),
  async (tx, context, input) => {
    const ticket = await ticketForUpdate(tx, context.actor, input.ticketId);
    const gone = await tx.rows(sql`
      delete from ticket_times
      where id = ${input.timeId} and ticket_id = ${ticket.id} and user_id = ${context.actor.id}
      returning id`);
    if (gone.length > 0) await tell(tx, context, ticket.id, null);
    return { removed: gone.length > 0 };
  },
);
