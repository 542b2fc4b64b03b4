import type { Socket } from "socket.io-client";
import { limits } from "@/platform/limits";
import { isDelivery, isHeartbeat, isJoinAnswer, isPresenceUpdate } from "@/platform/realtime/heard";
import { wire } from "@/platform/realtime/names";
import { rooms } from "@/platform/realtime/rooms";
import type { PresenceUpdate, PresentPerson } from "@/platform/realtime/wire";
import { noteSeenPosition } from "@/trpc/seen-position";
import {
  bringUpToDate,
  type Member,
  newRoom,
  type Room,
  skipTo,
  startAnew,
  takeStep,
} from "./room";
import { onDelivery, onHeartbeat, onJoined, type Step } from "./room-cursor";
import { askTaken } from "./taken";

export type ConnectionState = "connecting" | "connected" | "offline" | "refused";

/** One socket for the whole page: follows rooms, notices gaps and silence, mends both. */
export class LiveConnection {
  private readonly rooms = new Map<string, Room>();
  private readonly presenceListeners = new Set<(update: PresenceUpdate) => void>();
  private readonly stateListeners = new Set<() => void>();
  private presence: { ticketId: string; mode: PresentPerson["mode"] | null } | null = null;
  private epoch: number | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  state: ConnectionState = "connecting";
  /** When the connection was lost; null while it holds. */
  lostAtMs: number | null = null;

  constructor(
    private readonly socket: Socket,
    private readonly nowMs: () => number,
  ) {
    socket.on("connect", () => this.connected());
    socket.on("disconnect", () => this.lost());
    socket.on("connect_error", (error) => {
      this.lost();
      if (error.message === "not_signed_in") this.become("refused");
      // Whom the server refuses, Socket.IO does not bring back: a session store that was away, say.
      else if (!socket.active) this.comeBack();
    });
    socket.on(wire.event, (raw: unknown) => this.heard(() => this.deliver(raw)));
    socket.on(wire.heartbeat, (raw: unknown) => this.heard(() => this.beat(raw)));
    socket.on(wire.presence, (raw: unknown) => {
      if (isPresenceUpdate(raw)) for (const listen of this.presenceListeners) listen(raw);
    });
    socket.on(wire.moveOn, (raw: unknown) => {
      if (typeof raw === "object" && raw !== null && "refetch" in raw && raw.refetch === true)
        this.everyoneFetchesAgain();
    });
    socket.on(wire.echo, (answer: unknown) => {
      if (typeof answer === "function") answer();
    });
    // The server closes a socket whose rights changed or that should go elsewhere.
    socket.on("disconnect", (reason) => {
      if (reason === "io server disconnect") this.comeBack();
    });
    socket.connect();
  }

  /** Follows a room from a snapshot on; gives the function that leaves it. */
  join(name: string, member: Member, asOf: number): () => void {
    const known = this.rooms.get(name);
    const room = known ?? newRoom(asOf);
    room.members.add(member);
    this.rooms.set(name, room);
    if (known === undefined) this.ask(name, room);
    this.snapshot(name, asOf, member);
    return () => {
      room.members.delete(member);
      if (room.members.size > 0) return;
      this.rooms.delete(name);
      this.socket.emit(wire.leave, name);
    };
  }

  /**
   * A member's fetch has answered: what it lacks of the room's last events is applied to it again.
   * Events may reach a member that holds them already, and in any case in their order.
   */
  snapshot(name: string, asOf: number, member: Member): void {
    noteSeenPosition(asOf);
    const room = this.rooms.get(name);
    if (room === undefined || !room.members.has(member)) return;
    if (!bringUpToDate(room, member, asOf)) this.ask(name, room);
  }

  setPresence(ticketId: string, mode: PresentPerson["mode"] | null): void {
    this.presence = mode === null ? null : { ticketId, mode };
    if (this.socket.connected) this.socket.emit(wire.presence, { ticketId, mode });
  }

  onPresence(listen: (update: PresenceUpdate) => void): () => void {
    this.presenceListeners.add(listen);
    return () => this.presenceListeners.delete(listen);
  }

  /** Which of some tickets others have open; none when nobody can say. */
  taken(ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
    return askTaken(this.socket, ticketIds);
  }

  onState(listen: () => void): () => void {
    this.stateListeners.add(listen);
    return () => this.stateListeners.delete(listen);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.silence);
    this.socket.disconnect();
  }

  private comeBack(): void {
    setTimeout(() => {
      if (!this.closed) this.socket.connect();
    }, limits.joinAgainMs);
  }

  private become(state: ConnectionState): void {
    this.state = state;
    for (const listen of this.stateListeners) listen();
  }

  private connected(): void {
    this.lostAtMs = null;
    this.become("connected");
    this.listenForSilence();
    for (const [name, room] of this.rooms) {
      room.joined = false;
      room.joining = false;
      this.ask(name, room);
    }
    if (this.presence !== null) this.socket.emit(wire.presence, this.presence);
  }

  private lost(): void {
    clearTimeout(this.silence);
    this.lostAtMs ??= this.nowMs();
    this.become("offline");
  }

  /** A connection that looks alive and says nothing is as good as cut. */
  private listenForSilence(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.socket.disconnect();
      this.socket.connect();
    }, limits.silenceMsMax);
  }

  private heard(then: () => void): void {
    this.listenForSilence();
    then();
  }

  private ask(name: string, room: Room): void {
    if (!this.socket.connected || room.joining) return;
    room.joining = true;
    const since = room.cursor.at;
    this.socket
      .timeout(limits.joinWaitMs)
      .emit(wire.join, { room: name, since }, (late: unknown, raw: unknown) => {
        room.joining = false;
        if (this.rooms.get(name) !== room) return;
        // Meanwhile somebody came with an older snapshot: the answer does not reach back to it.
        if (room.cursor.at !== since) return this.ask(name, room);
        if (late !== null || !isJoinAnswer(raw)) {
          setTimeout(() => this.ask(name, room), limits.joinAgainMs);
          return;
        }
        if (!raw.ok) {
          if (raw.code === "database_unavailable")
            setTimeout(() => this.ask(name, room), limits.joinAgainMs);
          return;
        }
        room.joined = true;
        // The server takes presence only from who is in the room.
        if (this.presence !== null && name === rooms.ticket(this.presence.ticketId))
          this.socket.emit(wire.presence, this.presence);
        const restored = this.epoch !== null && this.epoch !== raw.epoch;
        this.epoch = raw.epoch;
        if (restored) this.everyoneFetchesAgain();
        else if (raw.missed === null) this.fetchAgain(room, raw.last);
        else this.follow(room, onJoined(room.cursor, raw.missed), name);
      });
  }

  private deliver(raw: unknown): void {
    if (!isDelivery(raw)) return;
    const { room: name, previous, event } = raw;
    noteSeenPosition(event.position);
    const room = this.rooms.get(name);
    if (room?.joined === true) this.follow(room, onDelivery(room.cursor, previous, event), name);
  }

  private beat(raw: unknown): void {
    if (!isHeartbeat(raw)) return;
    const { epoch, position, rooms } = raw;
    if (this.epoch !== null && epoch !== this.epoch) {
      this.epoch = epoch;
      this.everyoneFetchesAgain();
      return;
    }
    for (const [name, room] of this.rooms) {
      const last = rooms[name];
      if (last === undefined) this.ask(name, room);
      else if (room.joined) this.follow(room, onHeartbeat(room.cursor, last, position), name);
    }
    // A room that was left while it was being joined.
    for (const name of Object.keys(rooms))
      if (!this.rooms.has(name)) this.socket.emit(wire.leave, name);
    if (this.presence !== null) this.socket.emit(wire.presence, this.presence);
  }

  private follow(room: Room, step: Step, name: string): void {
    takeStep(room, step);
    if (!step.gap) return;
    // First ask for what was missed; only when nobody can give it, fetch again.
    room.joined = false;
    this.ask(name, room);
  }

  /** What is fetched from now on holds everything up to `last`. */
  private fetchAgain(room: Room, last: number): void {
    noteSeenPosition(last);
    skipTo(room, last);
  }

  private everyoneFetchesAgain(): void {
    for (const room of this.rooms.values()) startAnew(room);
    for (const [name, room] of this.rooms) this.ask(name, room);
  }
}
