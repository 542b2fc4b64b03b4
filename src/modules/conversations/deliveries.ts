import { customerRooms, quietForCustomers, toRequestRow } from "@/modules/tickets";
import type { PlacedEnvelope } from "@/platform/outbox";
import { type LiveRule, rooms } from "@/platform/realtime";
import {
  conversationMoved,
  draftDropped,
  draftSaved,
  messageAdded,
  messageHeld,
  messageWithdrawn,
  sideSpoken,
} from "./events";

/** Notes reach nobody outside; a held reply nobody but its author. */
export const deliverMessage: LiveRule = (event: PlacedEnvelope) => {
  const held = messageHeld.read(event);
  if (held !== null) return [{ room: rooms.person(held.message.author.id), payload: held }];
  const withdrawn = messageWithdrawn.read(event);
  if (withdrawn !== null) return [{ room: rooms.person(withdrawn.authorId), payload: withdrawn }];
  const draft = draftSaved.read(event) ?? draftDropped.read(event);
  if (draft !== null) return [{ room: rooms.person(draft.personId), payload: draft }];
  const aside = sideSpoken.read(event);
  if (aside !== null)
    return [{ room: rooms.ticket(aside.ticketId), payload: { sideId: aside.sideId } }];
  const moved = conversationMoved.read(event);
  if (moved !== null) {
    if (moved.row.synthetic) return [];
    const agents = [rooms.queue(), rooms.ticket(moved.row.id)];
    const row = toRequestRow(moved.row);
    return [
      ...agents.map((room) => ({ room, payload: moved })),
      ...customerRooms(moved.row).map((room) => ({ room, payload: { row } })),
    ];
  }
  const added = messageAdded.read(event);
  if (added === null || added.row.synthetic) return [];
  const forAgents = [
    { room: rooms.queue(), payload: { row: added.row, kind: added.message.kind } },
    { room: rooms.ticket(added.row.id), payload: added },
  ];
  // A note moves the row's version and time, which customers hold, too.
  if (added.message.kind === "note") return [...forAgents, ...quietForCustomers(added.row)];
  const row = toRequestRow(added.row);
  return [
    ...forAgents,
    ...customerRooms(added.row).map((room) => ({
      room,
      payload: room === rooms.request(added.row.id) ? { row, message: added.message } : { row },
    })),
  ];
};
