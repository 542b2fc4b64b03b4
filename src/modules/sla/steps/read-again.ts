import { showSla } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import type { NewEvent } from "@/platform/outbox";
import { slaChanged } from "../events";
import { byTicket, clocksOf, type StoredClock } from "../queries/clocks";
import { type Matched, matchedTickets } from "../queries/matching";
import { activePolicies, type Policy } from "../queries/policies";
import { storiesOf } from "../queries/stories";
import { keptClocks } from "../rules/kept-clock";
import { policyFor } from "../rules/promise";
import { type Shown, shownOf } from "../rules/shown";
import { telling } from "../rules/tellings";
import { isDone, type TicketEvent } from "../rules/ticket-events";
import { crossedEvent } from "./crossed-event";
import { type ClockRow, writeClocks } from "./write-clocks";

type Reading = {
  ticket: Matched;
  clocks: ClockRow[];
  shown: Shown;
  moved: boolean;
  /** Thresholds that nobody was told of yet. */
  crossed: NewEvent[];
};

const changes = (ticket: Matched, shown: Shown) =>
  ticket.slaState !== shown.state || ticket.nextDueAtMs !== shown.dueAtMs;

const told = ({ id, number, subject, assigneeId, teamId }: Matched) => ({
  id,
  number,
  subject,
  assigneeId,
  teamId,
});

type Given = {
  policy: Policy | undefined;
  events: readonly TicketEvent[];
  before: readonly StoredClock[];
  nowMs: number;
  silently: boolean;
};

function readingOf(ticket: Matched, given: Given): Reading {
  const { policy, events, before, nowMs, silently } = given;
  if (policy === undefined) {
    const shown = { state: null, dueAtMs: null };
    return { ticket, clocks: [], shown, moved: changes(ticket, shown), crossed: [] };
  }
  const { promised, calendar, ...ids } = policy;
  const rule = { ...policyFor(promised, ticket.priority), riskShare: promised.riskShare };
  const kept = keptClocks(events, rule, calendar, nowMs);
  const shown = shownOf(kept, isDone(ticket.status));
  const tellings = kept.map((clock) => {
    const known = before.find(({ metric }) => metric === clock.metric);
    return { clock, ...telling(clock, known, nowMs) };
  });
  const moved = changes(ticket, shown);
  const ticketVersion = ticket.version + (moved ? 1 : 0);
  const clocks = tellings.map(
    ({ clock, threshold: _, ...told }): ClockRow => ({
      ...clock,
      ...told,
      ticketId: ticket.id,
      policyId: ids.id,
      policyVersion: ids.version,
      calendarId: ids.calendarId,
      calendarVersion: ids.calendarVersion,
      ticketVersion,
    }),
  );
  const about = { ticket: told(ticket), policy: { id: ids.id, name: ids.name } };
  const crossed = tellings.flatMap(({ clock, threshold }) =>
    silently || threshold === null ? [] : [crossedEvent({ ...about, clock, threshold })],
  );
  return { ticket, clocks, shown, moved, crossed };
}

/**
 * Reads the clocks of tickets again from what happened to them, and writes down what they say. A
 * ticket is locked before its clocks. `silently` is for promises that were changed: nobody broke
 * them just now. Gives how many tickets show something else than before.
 */
export async function readAgain(
  tx: CommandTx,
  ticketIds: readonly string[],
  now: Date,
  silently: boolean,
): Promise<number> {
  await tx.rows(sql`
    select id from tickets where id = any(${[...ticketIds]}) order by id for no key update`);
  const policies = await activePolicies(tx);
  const wheres = policies.map(({ where }) => where);
  const tickets = await matchedTickets(tx, ticketIds, wheres);
  const stories = await storiesOf(tx, tickets);
  const before = byTicket(await clocksOf(tx, ticketIds));
  const readings = tickets.map((ticket) =>
    readingOf(ticket, {
      policy: ticket.first === null ? undefined : policies[ticket.first],
      events: stories.get(ticket.id) ?? [],
      before: before.get(ticket.id) ?? [],
      nowMs: now.getTime(),
      silently,
    }),
  );
  const moved = readings.filter((reading) => reading.moved);
  const shown = moved.map((reading) => ({
    ticketId: reading.ticket.id,
    nextDueAt: reading.shown.dueAtMs === null ? null : new Date(reading.shown.dueAtMs),
    slaState: reading.shown.state,
  }));
  const rows = shown.length === 0 ? [] : await showSla(tx, shown);
  await writeClocks(
    tx,
    ticketIds,
    readings.flatMap(({ clocks }) => clocks),
  );
  tx.append(
    ...readings.flatMap(({ crossed }) => crossed),
    ...rows.map((row) => slaChanged.make({ row }, { ticketId: row.id })),
  );
  return moved.length;
}
