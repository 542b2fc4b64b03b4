import { quietForCustomers } from "@/modules/tickets";
import type { PlacedEnvelope } from "@/platform/outbox";
import { type LiveRule, rooms } from "@/platform/realtime";
import { promisesChanged, slaAtRisk, slaBreached, slaChanged } from "./events";

/** For those who work here. Customers' rows move on, and nobody says why. */
export const deliverSla: LiveRule = (event: PlacedEnvelope) => {
  const promises = promisesChanged.read(event);
  if (promises !== null) return [{ room: rooms.queue(), payload: promises }];
  const crossed = slaAtRisk.read(event) ?? slaBreached.read(event);
  if (crossed !== null) return [{ room: rooms.ticket(crossed.ticket.id), payload: crossed }];
  const changed = slaChanged.read(event);
  if (changed === null || changed.row.synthetic) return [];
  const forAgents = [rooms.queue(), rooms.ticket(changed.row.id)];
  return [
    ...forAgents.map((room) => ({ room, payload: changed })),
    ...quietForCustomers(changed.row),
  ];
};
