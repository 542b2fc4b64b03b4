import { type LiveRule, rooms } from "@/platform/realtime";
import { fieldsChanged } from "./events";

/** Everybody who works here shows custom fields; customers read them with their page. */
export const deliverFields: LiveRule = (event) => {
  const changed = fieldsChanged.read(event);
  return changed === null ? [] : [{ room: rooms.queue(), payload: changed }];
};
