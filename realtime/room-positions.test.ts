import { expect, test } from "vitest";
import { EventLog } from "./event-log";
import { RoomPositions } from "./room-positions";

test("after positions were put back no room claims one of before", () => {
  const log = new EventLog(10, 100);
  const positions = new RoomPositions(log);
  positions.advance("queue", 14);
  log.skipTo(12);
  positions.forget();
  expect(positions.lastOf("queue")).toBe(12);
  expect(positions.advance("queue", 13)).toBe(12);
});
