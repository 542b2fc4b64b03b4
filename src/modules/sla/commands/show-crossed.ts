import * as z from "zod";
import { showSla, type TicketStatus } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { slaChanged } from "../events";
import { byTicket, clocksOf } from "../queries/clocks";
import { takeUnshown } from "../queries/due";
import { shownOf } from "../rules/shown";
import { isDone } from "../rules/ticket-events";
import { readAgain } from "../steps/read-again";

/**
 * Puts what was told of clocks into the columns of their tickets, for lists. It comes after the
 * telling, because it costs several times as much and nobody is woken by it.
 */
export const showCrossedBatch = command(
  "sla.showCrossed",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const taken = await takeUnshown(tx);
    if (taken.length === 0) return { taken: 0 };
    const stale = new Set(taken.filter((one) => one.stale).map((one) => one.ticket_id));
    if (stale.size > 0) await readAgain(tx, [...stale], now, false);
    const sure = [...new Set(taken.map((one) => one.ticket_id))].filter((id) => !stale.has(id));
    if (sure.length === 0) return { taken: taken.length };
    const tickets = await tx.rows<{ id: string; status: TicketStatus }>(sql`
      select id, status from tickets where id = any(${sure})`);
    const clocks = byTicket(await clocksOf(tx, sure));
    const rows = await showSla(
      tx,
      tickets.map(({ id, status }) => {
        const { state, dueAtMs } = shownOf(clocks.get(id) ?? [], isDone(status));
        const nextDueAt = dueAtMs === null ? null : new Date(dueAtMs);
        return { ticketId: id, nextDueAt, slaState: state };
      }),
    );
    await tx.rows(sql`
      update sla_clocks set unshown = false, ticket_version = ticket_version + 1
      where ticket_id = any(${sure})`);
    tx.append(...rows.map((row) => slaChanged.make({ row }, { ticketId: row.id })));
    return { taken: taken.length };
  },
);
