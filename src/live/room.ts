import type { LiveEvent } from "@/platform/realtime/wire";
import { type Cursor, lacking, onGone, type Recent, remember, type Step } from "./room-cursor";

export type Member = {
  onEvent: (event: LiveEvent) => void;
  /** What was missed cannot be given: fetch again. */
  onGap: () => void;
};

/** A room that some of the page's screens follow. */
export type Room = {
  cursor: Cursor;
  members: Set<Member>;
  joined: boolean;
  joining: boolean;
  /** For an answer that was on its way when they came. */
  recent: Recent;
};

export const newRoom = (asOf: number): Room => ({
  cursor: { at: asOf },
  members: new Set(),
  joined: false,
  joining: false,
  recent: { from: asOf, events: [] },
});

/**
 * Gives a member what its snapshot lacks of the room's last events. false when they are not known
 * here: the room then stands where the snapshot does and is to be joined again.
 */
export function bringUpToDate(room: Room, member: Member, asOf: number): boolean {
  const missed = lacking(room.recent, asOf);
  if (missed === null) {
    room.cursor = { at: asOf };
    room.recent = { from: asOf, events: [] };
    room.joined = false;
    return false;
  }
  for (const event of missed) member.onEvent(event);
  return true;
}

/** Takes a step of the stream: what it applies is told to everyone in the room. */
export function takeStep(room: Room, step: Step): void {
  room.cursor = step.cursor;
  room.recent = remember(room.recent, step.apply);
  for (const event of step.apply) for (const member of room.members) member.onEvent(event);
}

/** What was missed up to `last` is gone: what is fetched from now on holds it. */
export function skipTo(room: Room, last: number): void {
  room.cursor = onGone(room.cursor, last);
  room.recent = { from: room.cursor.at ?? last, events: [] };
  for (const member of room.members) member.onGap();
}

/** Positions mean nothing any more: everyone fetches, and the room is joined anew. */
export function startAnew(room: Room): void {
  room.cursor = { at: 0 };
  room.recent = { from: 0, events: [] };
  room.joined = false;
  for (const member of room.members) member.onGap();
}
