import type { Socket } from "socket.io";
import { monotonicMs, now } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { wire } from "@/platform/realtime/names";
import type { Heartbeat } from "@/platform/realtime/wire";
import type { Hub } from "./connection";
import { Turns } from "./turns";

export type Heartbeats = { serve: (socket: Socket) => void; stop: () => void };

function beat(hub: Hub, socket: Socket, at: string): void {
  const lasts = [...socket.rooms]
    .filter((room) => room !== socket.id)
    .map((room) => [room, hub.positions.lastOf(room)] as const);
  socket.emit(wire.heartbeat, {
    epoch: hub.epoch(),
    at,
    position: hub.log.last,
    rooms: Object.fromEntries(lasts),
  } satisfies Heartbeat);
}

/** Tells every socket how far its rooms are, each at its own moment of the round. */
export function startHeartbeats(hub: Hub): Heartbeats {
  const times = { roundMs: limits.heartbeatMs, stepMs: limits.heartbeatStepMs };
  const turns = new Turns<Socket>(times, monotonicMs());
  const beating = setInterval(() => {
    const at = now().toISOString();
    for (const socket of turns.due(monotonicMs())) beat(hub, socket, at);
  }, limits.heartbeatStepMs);
  const pruning = setInterval(() => hub.positions.prune(), limits.heartbeatMs);
  return {
    serve: (socket) => {
      turns.add(socket);
      socket.once("disconnect", () => turns.remove(socket));
    },
    stop: () => {
      clearInterval(beating);
      clearInterval(pruning);
    },
  };
}
