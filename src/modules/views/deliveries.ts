import { type LiveRule, rooms } from "@/platform/realtime";
import { viewsChanged } from "./events";

/** Only that something changed: what there is to see, each asks for by their own rights. */
export const deliverViews: LiveRule = (event) => {
  const told = viewsChanged.read(event);
  if (told === null) return [];
  const isShared = told.audiences.some((audience) => audience !== "personal");
  return [{ room: isShared ? rooms.queue() : rooms.person(told.ownerId), payload: {} }];
};
