import { type LiveRule, rooms } from "@/platform/realtime";
import { responsesChanged } from "./events";

/** That something changed is told to everybody who works here; what it says is asked for. */
export const deliverResponses: LiveRule = (event) => {
  const changed = responsesChanged.read(event);
  return changed === null ? [] : [{ room: rooms.queue(), payload: changed }];
};
