import type { NewEvent } from "@/platform/outbox";
import { type Crossed, slaAtRisk, slaBreached } from "../events";
import type { KeptClock } from "../rules/kept-clock";
import type { Threshold } from "../rules/tellings";

type About = {
  ticket: Crossed["ticket"];
  clock: Pick<KeptClock, "metric" | "startedAtMs" | "dueAtMs" | "lateAtMs" | "riskAtMs">;
  threshold: Threshold;
  policy: Crossed["policy"];
};

const iso = (ms: number) => new Date(ms).toISOString();

/** It happened when the clock crossed the threshold, however late somebody looked. */
export function crossedEvent({ ticket, clock, threshold, policy }: About): NewEvent {
  const payload = {
    ticket,
    metric: clock.metric,
    startedAt: iso(clock.startedAtMs),
    dueAt: clock.dueAtMs === null ? null : iso(clock.dueAtMs),
    policy,
  };
  const atMs = threshold === "breach" ? (clock.lateAtMs ?? clock.dueAtMs) : clock.riskAtMs;
  const about = {
    ticketId: ticket.id,
    ...(atMs === null ? {} : { occurredAt: new Date(atMs) }),
  };
  return (threshold === "breach" ? slaBreached : slaAtRisk).make(payload, about);
}
