import fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveEvent } from "@/platform/realtime/wire";
import {
  type Cursor,
  lacking,
  onDelivery,
  onGone,
  onHeartbeat,
  onJoined,
  remember,
} from "./room-cursor";

const event = (position: number): LiveEvent => ({
  name: "ticket.updated",
  version: 1,
  position,
  occurredAt: "2026-11-24T12:00:00.000Z",
  actorId: null,
  commandId: null,
  payload: null,
});

test("an event that the snapshot already holds is not applied again", () => {
  expect(onDelivery({ at: 7 }, 3, event(5)).apply).toEqual([]);
  expect(onDelivery({ at: 7 }, 3, event(8)).apply).toHaveLength(1);
});

test("a missed event is noticed when the next one arrives", () => {
  expect(onDelivery({ at: 7 }, 9, event(10)).gap).toBe(true);
});

test("a missed last event is noticed by the heartbeat", () => {
  expect(onHeartbeat({ at: 7 }, 9, 9).gap).toBe(true);
  expect(onHeartbeat({ at: 7 }, 5, 12)).toEqual({ cursor: { at: 12 }, apply: [], gap: false });
});

test("who was away for too long fetches again", () => {
  expect(onJoined({ at: 7 }, null).gap).toBe(true);
  expect(onGone({ at: 7 }, 20)).toEqual({ at: 20 });
});

test("a snapshot gets what happened after it, or the news that nobody here remembers it", () => {
  const recent = remember({ from: 5, events: [] }, [event(6), event(8)]);
  expect(lacking(recent, 6)?.map((one) => one.position)).toEqual([8]);
  expect(lacking(recent, 5)).toHaveLength(2);
  expect(lacking(recent, 9)).toEqual([]);
  expect(lacking(recent, 4)).toBeNull();
});

test("a busy room remembers its last events and knows where they begin", () => {
  const events = Array.from({ length: 300 }, (_, index) => event(index + 1));
  const recent = remember({ from: 0, events: [] }, events);
  expect(recent.events).toHaveLength(200);
  expect(recent.from).toBe(100);
  expect(lacking(recent, 100)).toHaveLength(200);
  expect(lacking(recent, 99)).toBeNull();
});

test("whatever is lost or doubled on the way, nothing is skipped in silence and nothing twice", () => {
  const stream = fc.array(fc.record({ lost: fc.boolean(), doubled: fc.boolean() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(stream, (deliveries) => {
      let cursor: Cursor = { at: 0 };
      const seen: number[] = [];
      deliveries.forEach(({ lost, doubled }, index) => {
        const position = index + 1;
        if (lost) return;
        for (let time = 0; time < (doubled ? 2 : 1); time++) {
          const step = onDelivery(cursor, index, event(position));
          if (step.gap) {
            const missed = Array.from({ length: position - (cursor.at ?? 0) }, (_, i) =>
              event((cursor.at ?? 0) + i + 1),
            );
            const mended = onJoined(cursor, missed);
            cursor = mended.cursor;
            seen.push(...mended.apply.map((one) => one.position));
          } else {
            cursor = step.cursor;
            seen.push(...step.apply.map((one) => one.position));
          }
        }
      });
      expect(seen).toEqual(Array.from({ length: cursor.at ?? 0 }, (_, i) => i + 1));
    }),
  );
});
