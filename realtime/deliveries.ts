import { deliverBulk } from "@/modules/bulk";
import { deliverMessage } from "@/modules/conversations";
import { deliverFields } from "@/modules/fields";
import { deliverIdentity, mayJoinPersonRoom } from "@/modules/identity";
import { deliverKnowledge } from "@/modules/knowledge";
import { deliverNotification } from "@/modules/notifications";
import { deliverResponses } from "@/modules/responses";
import { deliverSla } from "@/modules/sla";
import { deliverTicket, mayJoinTicketRoom, roomsToReopen } from "@/modules/tickets";
import { deliverViews } from "@/modules/views";
import type { Actor } from "@/platform/auth/actor";
import type { PlacedEnvelope } from "@/platform/outbox";
import { type LiveRule, parseRoom, type RoomRule } from "@/platform/realtime";
import type { LiveEvent } from "@/platform/realtime/wire";

/** Who is told what of each event, module by module. */
const liveRules: readonly LiveRule[] = [
  deliverIdentity,
  deliverFields,
  deliverTicket,
  deliverMessage,
  deliverResponses,
  deliverNotification,
  deliverSla,
  deliverViews,
  deliverBulk,
  deliverKnowledge,
];
const roomRules: readonly RoomRule[] = [mayJoinPersonRoom, mayJoinTicketRoom];

export type RoomDelivery = { room: string; event: LiveEvent };

/** What takes the place of who did what, for those who may not know: a row that moved on. */
const untold = { name: "ticket.updated", actorId: null, commandId: null } as const;

export function deliveriesOf(event: PlacedEnvelope): RoomDelivery[] {
  const { name, version, position, occurredAt, actorId, commandId } = event;
  const told = { name, version, position, occurredAt, actorId, commandId };
  return liveRules
    .flatMap((rule) => rule(event))
    .map(({ room, payload, quiet = false }) => ({
      room,
      event: { ...told, ...(quiet ? untold : {}), payload },
    }));
}

/** Rooms whose members may not be those who may be there any more. */
export const reopenedRooms = (event: PlacedEnvelope): string[] => roomsToReopen(event);

/** Whether somebody may join a room; a room that nobody owns is joined by nobody. */
export async function mayJoin(actor: Actor, room: string): Promise<boolean> {
  const parsed = parseRoom(room);
  if (parsed === null) return false;
  for (const rule of roomRules) {
    const answer = rule(actor, parsed.kind, parsed.id);
    if (answer !== null) return answer;
  }
  return false;
}
