export { parseRoom, type RoomKind, rooms } from "./rooms";
export type { LiveRule, RoomPayload, RoomRule } from "./rule";
