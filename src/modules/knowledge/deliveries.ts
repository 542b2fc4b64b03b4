import { type LiveRule, rooms } from "@/platform/realtime";
import { articleChanged, categoriesChanged } from "./events";

/** That something changed is told to everybody who works here; what it says is asked for. */
export const deliverKnowledge: LiveRule = (event) => {
  const changed = articleChanged.read(event) ?? categoriesChanged.read(event);
  return changed === null ? [] : [{ room: rooms.queue(), payload: {} }];
};
