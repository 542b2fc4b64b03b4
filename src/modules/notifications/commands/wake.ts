import * as z from "zod";
import { ticketRowsOf } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { notificationChanged } from "../events";
import { rowsForUpdate, saveRows, viewOf } from "../steps/rows";

const schema = z.object({ commandId: commandIdSchema, ids: z.array(z.uuid()).max(200) });

/** Brings snoozed rows back when their time has come: unread, at the top. */
export const wake = command("notifications.wake", schema, async (tx, { now }, { ids }) => {
  const rows = await rowsForUpdate(
    tx,
    sql`id = any(${ids}::uuid[]) and done_at is null and snoozed_until <= ${now}`,
  );
  const woken = rows.map((row) => ({
    ...row,
    snoozedUntil: null,
    unread: true,
    news: Math.max(1, row.news),
    happenedAt: now,
    version: row.version + 1,
  }));
  await saveRows(tx, woken, now);
  const tickets = await ticketRowsOf(
    tx,
    woken.map((row) => row.ticketId),
  );
  const names = await tx.rows<{ id: string; name: string }>(sql`
    select id, name from users
    where id = any(${woken.flatMap((row) => row.byId ?? [])}::uuid[])`);
  const nameBy = new Map(names.map(({ id, name }) => [id, name]));
  for (const row of woken) {
    const ticket = tickets.get(row.ticketId);
    if (ticket === undefined) continue;
    const view = viewOf(row, ticket, nameBy.get(row.byId ?? "") ?? null);
    const told = { userId: row.userId, row: view, listed: true, alert: false };
    tx.append(notificationChanged.make(told));
  }
  return { woken: woken.length };
});
