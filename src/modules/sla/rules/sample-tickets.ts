import type { ClockPolicy, Clocks, Targets } from "./clock";
import { formatInstant } from "./instant";
import type { Metric } from "./metrics";
import { at } from "./sample-calendars";
import type { TicketEvent, TicketStatus } from "./ticket-events";
import { minuteMs } from "./units";

/** A time of Monday, 2 March 2026 in Berlin, or of another date. */
export const berlin = (time: string, date = "2026-03-02") => at(`${date}T${time}:00+01:00`);

export const created = (time: string, status?: TicketStatus): TicketEvent => ({
  type: "created",
  atMs: berlin(time),
  status,
});
export const asked = (time: string): TicketEvent => ({
  type: "customer_message",
  atMs: berlin(time),
});
export const replied = (time: string): TicketEvent => ({ type: "agent_reply", atMs: berlin(time) });
export const becomes = (time: string, to: TicketStatus): TicketEvent => ({
  type: "status",
  atMs: berlin(time),
  to,
});

export const aPolicy = (targets: Targets, pauseOn: TicketStatus[] = ["pending"]): ClockPolicy => ({
  targets,
  pauseOn: { firstResponse: pauseOn, nextResponse: pauseOn, resolution: pauseOn },
});

/** A reading in one line: `met 40 min, due 10:00`. Times are Berlin's in winter. */
export function inWords(clocks: Clocks, metric: Metric): string | null {
  const reading = clocks[metric];
  if (!reading) return null;
  const due =
    reading.dueMs === null ? "never" : formatInstant(reading.dueMs + 60 * minuteMs).slice(11, 16);
  return `${reading.state} ${reading.spentMs / minuteMs} min, due ${due}`;
}
