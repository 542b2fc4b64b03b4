import { type LiveRule, type RoomRule, rooms } from "@/platform/realtime";
import { accessChanged, availabilityChanged, profileChanged } from "./events";

/** Only the person is told, on every device. */
export const deliverIdentity: LiveRule = (event) => {
  const change =
    accessChanged.read(event) ?? availabilityChanged.read(event) ?? profileChanged.read(event);
  return change === null ? [] : [{ room: rooms.person(change.userId), payload: change }];
};

/** What concerns one person is for that person alone; no role opens it to another. */
export const mayJoinPersonRoom: RoomRule = (actor, kind, id) =>
  kind === "person" ? Promise.resolve(actor.id === id) : null;
