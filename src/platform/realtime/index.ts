export { parseRoom, type RoomKind, rooms } from "./rooms";
export type { LiveRule, RoomRule } from "./rule";
