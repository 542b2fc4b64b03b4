import { io, type Socket } from "socket.io-client";
import { monotonicMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import {
  deliverySchema,
  heartbeatSchema,
  joinAnswerSchema,
  type LiveEvent,
} from "@/platform/realtime/wire";
import {
  type Cursor,
  onDelivery,
  onHeartbeat,
  onJoined,
  type Step,
} from "../../src/live/room-cursor";

export type Listener = {
  /** Every new ticket that this socket was told of, by its command: how many times. */
  heard: Map<string, number>;
  /** Positions that came twice or out of order after they were applied. */
  disordered: number;
  /** How often something was missing and was fetched. */
  mended: number;
  /** Times that nobody could give what was missed: a browser would fetch its list again. */
  lost: number;
  /** Up to this position it fetched its list: what happened until then it did not have to hear. */
  fetchedUpTo: number;
  joins: number[];
  close: () => void;
};

const againMs = 1_000;

/** Follows a room as a browser does: by positions, with catch-up, through every reconnect. */
export function listenTo(
  url: string,
  cookie: string,
  onHeard: (commandId: string, atMs: number) => void,
  room: string = rooms.queue(),
): Listener {
  const socket: Socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    extraHeaders: { cookie },
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  });
  let isClosed = false;
  const heard = new Map<string, number>();
  const listener: Listener = {
    heard,
    disordered: 0,
    mended: 0,
    lost: 0,
    fetchedUpTo: 0,
    joins: [],
    close: () => {
      isClosed = true;
      clearTimeout(silence);
      socket.close();
    },
  };
  let cursor: Cursor = { at: null };
  /** Counts connections: what was asked over the one before is of no use. */
  let connection = 0;
  let joining = 0;
  let last = -1;
  let epoch: number | null = null;

  /** Its list as it is now, which holds everything up to here. */
  function fetchAnew(upTo: number): void {
    listener.lost += 1;
    listener.fetchedUpTo = upTo;
    cursor = { at: upTo };
    last = upTo;
  }

  /** Positions that were put back mean nothing any more. */
  function isAnotherTime(theirs: number): boolean {
    const isOther = epoch !== null && epoch !== theirs;
    epoch = theirs;
    return isOther;
  }

  function take(step: Step): void {
    cursor = step.cursor;
    for (const event of step.apply) note(event);
    if (step.gap) void join();
  }

  function note({ name, position, commandId }: LiveEvent): void {
    if (position <= last) listener.disordered += 1;
    last = Math.max(last, position);
    if (commandId === null || name !== "ticket.created") return;
    heard.set(commandId, (heard.get(commandId) ?? 0) + 1);
    onHeard(commandId, monotonicMs());
  }

  async function join(): Promise<void> {
    if (joining === connection) return;
    const asked = connection;
    joining = asked;
    const since = cursor.at;
    if (since !== null) listener.mended += 1;
    const askedMs = monotonicMs();
    try {
      const raw: unknown = await socket.timeout(5_000).emitWithAck(wire.join, { room, since });
      const answer = joinAnswerSchema.parse(raw);
      if (asked !== connection) return;
      if (!answer.ok) throw new Error(answer.code);
      listener.joins.push(monotonicMs() - askedMs);
      if (isAnotherTime(answer.epoch)) fetchAnew(answer.last);
      else if (since === null) cursor = { at: answer.last };
      else if (answer.missed === null) fetchAnew(answer.last);
      else take(onJoined(cursor, answer.missed));
      last = Math.max(last, cursor.at ?? 0);
    } catch {
      // A new connection asks by itself; an old one that stays silent or refuses is asked again.
      if (socket.connected) setTimeout(() => void join(), againMs);
    } finally {
      if (joining === asked) joining = 0;
    }
  }

  // A connection that looks alive and says nothing is as good as cut.
  let silence: ReturnType<typeof setTimeout> | undefined;
  const listenForSilence = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      if (!isClosed) socket.disconnect().connect();
    }, limits.silenceMsMax);
  };

  socket.on("connect", () => {
    connection += 1;
    listenForSilence();
    void join();
  });
  // Whom a server sends elsewhere, or refuses for now, Socket.IO does not bring back by itself.
  const comeBack = () => setTimeout(() => isClosed || socket.connect(), againMs / 2);
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") comeBack();
  });
  socket.on("connect_error", () => {
    if (!socket.active) comeBack();
  });
  socket.on(wire.event, (raw: unknown) => {
    listenForSilence();
    const told = deliverySchema.parse(raw);
    if (told.room === room && cursor.at !== null)
      take(onDelivery(cursor, told.previous, told.event));
  });
  socket.on(wire.heartbeat, (raw: unknown) => {
    listenForSilence();
    const beat = heartbeatSchema.parse(raw);
    const theirs = beat.rooms[room];
    if (isAnotherTime(beat.epoch)) fetchAnew(Math.max(beat.position, theirs ?? 0));
    else if (cursor.at === null || theirs === undefined) void join();
    else take(onHeartbeat(cursor, theirs, beat.position));
  });
  return listener;
}
