import { type LiveRule, rooms } from "@/platform/realtime";
import { notificationChanged, notificationNoticed, notificationSettingsChanged } from "./events";

/** An inbox is its owner's alone. */
export const deliverNotification: LiveRule = (event) => {
  const told =
    notificationChanged.read(event) ??
    notificationSettingsChanged.read(event) ??
    notificationNoticed.read(event);
  return told === null ? [] : [{ room: rooms.person(told.userId), payload: told }];
};
