import { type LiveRule, type RoomRule, rooms } from "@/platform/realtime";
import { accessChanged, availabilityChanged, profileChanged, teamsChanged } from "./events";

/** A person alone is told of their rights, on every device; of teams, everybody who works here. */
export const deliverIdentity: LiveRule = (event) => {
  const teams = teamsChanged.read(event);
  if (teams !== null) return [{ room: rooms.queue(), payload: teams }];
  const change =
    accessChanged.read(event) ?? availabilityChanged.read(event) ?? profileChanged.read(event);
  return change === null ? [] : [{ room: rooms.person(change.userId), payload: change }];
};

/** What concerns one person is for that person alone; no role opens it to another. */
export const mayJoinPersonRoom: RoomRule = (actor, kind, id) =>
  kind === "person" ? Promise.resolve(actor.id === id) : null;
