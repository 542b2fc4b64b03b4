import { limits } from "@/platform/limits";
import type { LiveEvent } from "@/platform/realtime/wire";

/** How far a room has been followed. Pure: what to do with each thing that arrives. */
export type Cursor = {
  /** Everything up to here has been applied or was in the snapshot; null before the first one. */
  at: number | null;
};

export type Step = { cursor: Cursor; apply: readonly LiveEvent[]; gap: boolean };

const apply = (cursor: Cursor, events: readonly LiveEvent[]): Step => {
  const fresh = events.filter((event) => cursor.at === null || event.position > cursor.at);
  const at = fresh.reduce((last, event) => Math.max(last, event.position), cursor.at ?? 0);
  return { cursor: { at }, apply: fresh, gap: false };
};

/** An event with the position of the room's one before it: a mismatch is a gap. */
export function onDelivery(cursor: Cursor, previous: number, event: LiveEvent): Step {
  if (cursor.at !== null && previous > cursor.at) return { cursor, apply: [], gap: true };
  return apply(cursor, [event]);
}

/** The server's word on the room: its last position, and how far everything has been sent. */
export function onHeartbeat(cursor: Cursor, last: number, position: number): Step {
  if (cursor.at === null) return { cursor, apply: [], gap: false };
  if (last > cursor.at) return { cursor, apply: [], gap: true };
  return { cursor: { at: Math.max(cursor.at, position) }, apply: [], gap: false };
}

/** The answer to a join: what was missed, or the news that it is not known any more. */
export function onJoined(cursor: Cursor, missed: readonly LiveEvent[] | null): Step {
  if (missed === null) return { cursor, apply: [], gap: true };
  return apply(cursor, missed);
}

/** What was missed is gone for good: whatever is fetched from now on holds all up to `last`. */
export function onGone(cursor: Cursor, last: number): Cursor {
  return { at: Math.max(cursor.at ?? 0, last) };
}

/** The last events of a room, without gaps above `from`. */
export type Recent = { from: number; events: readonly LiveEvent[] };

export function remember(recent: Recent, applied: readonly LiveEvent[]): Recent {
  const all = [...recent.events, ...applied];
  const forgotten = all.slice(0, Math.max(0, all.length - limits.recentEventsMax));
  return {
    from: forgotten.at(-1)?.position ?? recent.from,
    events: all.slice(forgotten.length),
  };
}

/**
 * What a fetched snapshot still lacks of what its room was told; null when that reaches further back
 * than what is remembered. A snapshot never moves the room: others in it may hold older ones.
 */
export function lacking(recent: Recent, asOf: number): readonly LiveEvent[] | null {
  return asOf < recent.from ? null : recent.events.filter((event) => event.position > asOf);
}
