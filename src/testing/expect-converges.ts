import { expect } from "vitest";
import { eventsAfter, lastPosition, type PlacedEnvelope, placeEvents } from "@/platform/outbox";
import type { LiveEvent } from "@/platform/realtime/wire";
import { deliveriesOf, type RoomDelivery } from "../../realtime/deliveries";

/** What somebody looked at once, and what it becomes by the events that come. */
export type Look = {
  asOf: number;
  shown: unknown;
  after: (events: readonly LiveEvent[]) => Promise<unknown>;
};

/** A screen of somebody: what it fetches, which rooms it follows, what events do to it. */
export type Screen = {
  name: string;
  rooms: readonly string[];
  look: () => Promise<Look>;
};

/** `shown`: what of the state people see, without positions and marks. */
export function screenOf<State extends { asOf: number }>(screen: {
  name: string;
  rooms: readonly string[];
  fetch: () => Promise<State>;
  apply: (state: State, event: LiveEvent) => State | "refetch";
  shown: (state: State) => unknown;
}): Screen {
  const { name, rooms, fetch, apply, shown } = screen;
  return {
    name,
    rooms,
    look: async () => {
      const held = await fetch();
      return {
        asOf: held.asOf,
        shown: shown(held),
        after: async (events) => {
          let state = held;
          for (const event of events) {
            const next = apply(state, event);
            state = next === "refetch" ? await fetch() : next;
          }
          return shown(state);
        },
      };
    },
  };
}

/** Numbers that decide what the transport does next; the same ones do the same again. */
export type Chances = readonly number[];

/**
 * What a transport may do with the deliveries of some rooms: each room's come in their order, but a
 * room that is joined again begins earlier, and rooms overtake each other. Nothing is lost in the
 * end, because a gap is noticed.
 */
function transported(
  deliveries: readonly RoomDelivery[],
  rooms: readonly string[],
  asOf: number,
  chances: Chances,
): LiveEvent[] {
  let turn = 0;
  const chance = (below: number) => (chances[turn++ % chances.length] ?? 0) % below;
  const streams = rooms.map((room) => {
    const events = deliveries.filter((each) => each.room === room).map((each) => each.event);
    const first = events.findIndex((event) => event.position > asOf);
    return { events, at: first === -1 ? events.length : first };
  });
  // A screen that is not the room's first gets what the room's others still wait for, too.
  for (const stream of streams) stream.at = Math.max(0, stream.at - chance(3));
  const heard: LiveEvent[] = [];
  let rewinds = 2 * chances.length;
  for (;;) {
    const open = streams.filter((stream) => stream.at < stream.events.length);
    const stream = open[chance(Math.max(1, open.length))];
    if (stream === undefined) return heard;
    const event = stream.events[stream.at++];
    if (event !== undefined) heard.push(event);
    if (rewinds-- > 0 && chance(5) === 0) stream.at = Math.max(0, stream.at - 1 - chance(4));
  }
}

/** Gives every committed event its position, and gives all above one in their order. */
export async function allEventsAfter(position: number): Promise<PlacedEnvelope[]> {
  while ((await placeEvents()) > 0);
  const events: PlacedEnvelope[] = [];
  for (;;) {
    const more = await eventsAfter(events.at(-1)?.position ?? position);
    if (more.length === 0) return events;
    events.push(...more);
  }
}

/**
 * Proves that what is on any screen, with the events that reach its rooms, becomes what a fresh
 * fetch would show, whenever the screen was fetched between the steps and whatever the transport
 * does. Gives the deliveries, for what a test wants to say about them beside that.
 */
export async function expectConverges(given: {
  screens: readonly Screen[];
  steps: readonly (() => Promise<unknown>)[];
  chances: Chances;
}): Promise<RoomDelivery[]> {
  const { screens, steps, chances } = given;
  await allEventsAfter((await lastPosition()).last);
  const before = await lastPosition();
  const looks: { screen: Screen; step: number; look: Look }[] = [];
  const lookAround = async (step: number) => {
    for (const screen of screens) looks.push({ screen, step, look: await screen.look() });
  };
  for (const [step, take] of steps.entries()) {
    await lookAround(step);
    await take();
  }
  await lookAround(steps.length);
  const deliveries = (await allEventsAfter(before.last)).flatMap(deliveriesOf);
  const fresh = new Map<Screen, unknown>();
  for (const screen of screens) fresh.set(screen, (await screen.look()).shown);
  for (const { screen, step, look } of looks) {
    const heard = transported(deliveries, screen.rooms, look.asOf, [...chances, step]);
    const where = `${screen.name}, fetched before step ${step}, with ${heard.length} events`;
    expect(await look.after(heard), where).toEqual(fresh.get(screen));
  }
  return deliveries;
}
