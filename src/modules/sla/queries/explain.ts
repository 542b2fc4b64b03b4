import { isEverything } from "@/modules/filters";
import { filterSentences, type TicketHead, ticketFieldsFor } from "@/modules/tickets";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type ClockReading, readClocks } from "../rules/clock";
import { explainClock, isAtRisk, type Span, type SpanReason } from "../rules/explain";
import type { KeptState } from "../rules/kept-clock";
import { type Metric, metrics } from "../rules/metrics";
import { policyFor } from "../rules/promise";
import type { TicketStatus } from "../rules/ticket-events";
import { matchedTickets } from "./matching";
import { type Policy, type StoredPolicy, toPolicy } from "./policies";
import { storiesOf } from "./stories";

export type ExplainedClock = {
  metric: Metric;
  state: KeptState;
  startedAt: string;
  endedAt: string | null;
  dueAt: string | null;
  neverDue: boolean;
  targetMs: number;
  spentMs: number;
  pausesOn: TicketStatus[];
  /** The newest part of the course, oldest first. */
  spans: { fromMs: number; toMs: number; reason: SpanReason }[];
  /** Of the whole course. */
  sumsMs: Record<SpanReason, number>;
  isCut: boolean;
};

export type Explained = {
  policy: { name: string; sentence: string; isForAll: boolean } | null;
  calendar: { name: string; zone: string } | null;
  clocks: ExplainedClock[];
  now: string;
};

/** The promise by which the ticket's clocks were read last; those that were never read have none. */
async function promiseOf(ticketId: string): Promise<Policy | null> {
  const [row] = await db.read.rows<StoredPolicy>(sql`
    select policy.policy_id as id, policy.version, policy.name, policy.definition,
      calendar.calendar_id, calendar.version as calendar_version, calendar.name as calendar_name,
      calendar.definition as calendar_definition
    from sla_clocks
    join sla_policy_versions policy on policy.policy_id = sla_clocks.policy_id
      and policy.version = sla_clocks.policy_version
    join sla_calendar_versions calendar on calendar.calendar_id = sla_clocks.calendar_id
      and calendar.version = sla_clocks.calendar_version
    where sla_clocks.ticket_id = ${ticketId}
    order by sla_clocks.metric limit 1`);
  return row === undefined ? null : toPolicy(row);
}

function sumsOf(spans: readonly Span[]): Record<SpanReason, number> {
  const sums = { open: 0, closed_hours: 0, holiday: 0, paused: 0, resolved: 0 };
  for (const { reason, fromMs, toMs } of spans) sums[reason] += toMs - fromMs;
  return sums;
}

const riskyState = (reading: ClockReading, riskShare: number): KeptState =>
  reading.state === "running" && riskShare > 0 && isAtRisk(reading, riskShare)
    ? "at_risk"
    : reading.state;

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Why each clock of a ticket says what it says, by the promise that it was read by. */
export const explainTicket = (head: TicketHead): Promise<Explained> => explainTicketOf(head.row.id);

/** The same for jobs, which ask for nobody and show nobody's words. */
export async function explainTicketOf(ticketId: string): Promise<Explained> {
  const now = nowMs();
  const policy = await promiseOf(ticketId);
  const [ticket] = await matchedTickets(db.read, [ticketId], []);
  if (policy === null || ticket === undefined)
    return { policy: null, calendar: null, clocks: [], now: new Date(now).toISOString() };
  const events = (await storiesOf(db.read, [ticket])).get(ticketId) ?? [];
  const rule = policyFor(policy.promised, ticket.priority);
  const readings = readClocks(events, rule, policy.calendar, now);
  const clocks = metrics.flatMap((metric): ExplainedClock[] => {
    const reading = readings[metric];
    if (reading === null) return [];
    const spans = explainClock(policy.calendar, reading, now);
    const shown = spans.slice(-limits.slaSpansShownMax);
    return [
      {
        metric,
        state: riskyState(reading, policy.promised.riskShare),
        startedAt: new Date(reading.startMs).toISOString(),
        endedAt: iso(reading.endedAtMs),
        dueAt: iso(reading.dueMs),
        neverDue: reading.neverDue,
        targetMs: reading.targetMs,
        spentMs: reading.spentMs,
        pausesOn: [...policy.promised.pauseOn[metric]],
        spans: shown.map(({ fromMs, toMs, reason }) => ({ fromMs, toMs, reason })),
        sumsMs: sumsOf(spans),
        isCut: shown.length < spans.length,
      },
    ];
  });
  const fields = await ticketFieldsFor([policy.where]);
  const [sentence] = await filterSentences([policy.where], fields);
  return {
    policy: {
      name: policy.name,
      sentence: sentence ?? "",
      isForAll: isEverything(policy.where),
    },
    calendar: { name: policy.calendarName, zone: policy.definition.timeZone },
    clocks,
    now: new Date(now).toISOString(),
  };
}
