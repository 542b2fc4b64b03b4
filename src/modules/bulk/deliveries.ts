import { type LiveRule, rooms } from "@/platform/realtime";
import { bulkProgressed } from "./events";

/** How an action goes is for who asked for it. */
export const deliverBulk: LiveRule = (event) => {
  const told = bulkProgressed.read(event);
  if (told === null) return [];
  return [{ room: rooms.person(told.askedBy), payload: { actionId: told.actionId } }];
};
