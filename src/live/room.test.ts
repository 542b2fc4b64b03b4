import fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveEvent } from "@/platform/realtime/wire";
import { bringUpToDate, type Member, newRoom, type Room, takeStep } from "./room";
import { onDelivery, onJoined } from "./room-cursor";

const event = (position: number): LiveEvent => ({
  name: "ticket.updated",
  version: 1,
  position,
  occurredAt: "2026-11-24T12:00:00.000Z",
  actorId: null,
  commandId: null,
  payload: null,
});

/** A screen that was fetched at some position; it knows what it holds since. */
function aScreen(asOf: number): Member & { asOf: number; heard: number[] } {
  const heard: number[] = [];
  const screen = {
    asOf,
    heard,
    onEvent: (told: LiveEvent) => void screen.heard.push(told.position),
    onGap: () => undefined,
  };
  return screen;
}

const between = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => event(from + index + 1));

/** The server's answer to a join, when it remembers everything. */
function rejoin(room: Room, happened: number): void {
  takeStep(room, onJoined(room.cursor, between(room.cursor.at ?? 0, happened)));
  room.joined = true;
}

test("a screen that was fetched later takes nothing from the one that was there before", () => {
  const room = newRoom(10);
  const [list, counts] = [aScreen(10), aScreen(12)];
  room.members.add(list);
  rejoin(room, 10);
  room.members.add(counts);
  expect(bringUpToDate(room, counts, 12)).toBe(true);
  takeStep(room, onDelivery(room.cursor, 10, event(11)));
  takeStep(room, onDelivery(room.cursor, 11, event(12)));
  expect(list.heard).toEqual([11, 12]);
});

test("whenever screens are fetched and whenever they come, each hears all that happened after its fetch", () => {
  const moment = fc.record({ happens: fc.nat(3), fetchedBefore: fc.nat(6), fetches: fc.boolean() });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
      let happened = 20;
      let told = happened;
      const room = newRoom(happened);
      const screens: ReturnType<typeof aScreen>[] = [];
      rejoin(room, happened);
      for (const { happens, fetchedBefore, fetches } of moments) {
        happened += happens;
        // A fetch is quicker than the socket, or an old one is only now put on the screen.
        const asOf = happened - fetchedBefore;
        const again = screens[fetchedBefore];
        const screen = fetches && again !== undefined ? again : aScreen(asOf);
        if (screen === again) Object.assign(screen, { asOf, heard: [] });
        else screens.push(screen);
        room.members.add(screen);
        if (!bringUpToDate(room, screen, asOf)) {
          rejoin(room, happened);
          told = happened;
        }
        if (happens % 2 === 0)
          for (; told < happened; told++)
            takeStep(room, onDelivery(room.cursor, told, event(told + 1)));
      }
      for (; told < happened; told++)
        takeStep(room, onDelivery(room.cursor, told, event(told + 1)));
      for (const { asOf, heard } of screens) {
        const needed = between(asOf, happened).map((one) => one.position);
        expect(heard.filter((position) => position > asOf)).toEqual(expect.arrayContaining(needed));
        // A stretch may come again from its beginning, but never with a hole.
        for (const [index, position] of heard.entries())
          expect(position).toBeLessThanOrEqual((heard[index - 1] ?? position) + 1);
      }
    }),
  );
});
