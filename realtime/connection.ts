import type { Server, Socket } from "socket.io";
import type { Actor } from "@/platform/auth/actor";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { type JoinAnswer, joinSchema, presenceSchema, takenSchema } from "@/platform/realtime/wire";
import { deliveriesOf, mayJoin } from "./deliveries";
import type { EventLog } from "./event-log";
import { measureJoin } from "./live-times";
import { peopleAt, setPresence } from "./presence";
import type { RoomPositions } from "./room-positions";

export type Hub = {
  io: Server;
  log: EventLog;
  positions: RoomPositions;
  epoch: () => number;
};

/** What a room's member missed since a position; null when that is not known here any more. */
function missedIn(hub: Hub, room: string, since: number) {
  const events = hub.log.after(since);
  if (events === null || events.length > limits.catchUpEventsMax) return null;
  return events
    .flatMap(deliveriesOf)
    .filter((delivery) => delivery.room === room)
    .map((delivery) => delivery.event);
}

async function join(hub: Hub, socket: Socket, actor: Actor, asked: unknown): Promise<JoinAnswer> {
  const wanted = joinSchema.safeParse(asked);
  if (!wanted.success) return { ok: false, code: "malformed_request" };
  const { room, since } = wanted.data;
  if (socket.rooms.size >= limits.roomsPerSocketMax) return { ok: false, code: "rate_limited" };
  if (!(await mayJoin(actor, room))) return { ok: false, code: "room_forbidden" };
  if (!socket.connected) return { ok: false, code: "room_forbidden" };
  // From here to the answer nothing may be awaited: no event slips between joining and catching up.
  void socket.join(room);
  return {
    ok: true,
    epoch: hub.epoch(),
    last: hub.positions.lastOf(room),
    missed: since === null ? [] : missedIn(hub, room, since),
  };
}

function servePresence(hub: Hub, socket: Socket, actor: Actor): void {
  let at: string | null = null;
  const tell = async (ticketId: string) => {
    const people = await peopleAt(ticketId);
    hub.io.to(rooms.ticket(ticketId)).emit(wire.presence, { ticketId, people });
  };
  const leave = async (ticketId: string) => {
    await setPresence(ticketId, socket.id, null);
    await tell(ticketId);
  };
  const move = async (asked: unknown) => {
    const wanted = presenceSchema.safeParse(asked);
    if (!wanted.success || !socket.rooms.has(rooms.ticket(wanted.data.ticketId))) return;
    const { ticketId, mode } = wanted.data;
    const left = mode === null || at === ticketId ? null : at;
    if (mode !== null) at = ticketId;
    else if (at === ticketId) at = null;
    const person = mode === null ? null : { id: actor.id, name: actor.name, mode };
    await setPresence(ticketId, socket.id, person);
    await tell(ticketId);
    if (left !== null) await leave(left);
  };
  const fault = (err: unknown) => log().debug({ err }, "presence could not be told");
  socket.on(wire.presence, (asked: unknown) => void move(asked).catch(fault));
  socket.on("disconnect", () => {
    if (at !== null) leave(at).catch(fault);
  });
}

/** Which of some tickets others have open; only for those who may see all of them. */
async function takenOf(actor: Actor, asked: unknown): Promise<{ taken: string[] }> {
  const wanted = takenSchema.safeParse(asked);
  if (!wanted.success || actor.audience === "customer") return { taken: [] };
  const people = await Promise.all(
    wanted.data.ticketIds.map(async (ticketId) => ({ ticketId, at: await peopleAt(ticketId) })),
  );
  return {
    taken: people
      .filter(({ at }) => at.some((person) => person.id !== actor.id))
      .map(({ ticketId }) => ticketId),
  };
}

/** One signed-in browser: it joins rooms, catches up, and says where it is. */
export function serveConnection(hub: Hub, socket: Socket, actor: Actor): void {
  void socket.join(rooms.person(actor.id));
  socket.on(wire.join, (asked: unknown, answer: unknown) => {
    if (typeof answer !== "function") return;
    const joined = measureJoin();
    join(hub, socket, actor, asked).then(
      (said) => {
        joined();
        answer(said);
      },
      (err: unknown) => {
        log().warn({ err }, "a room could not be joined");
        answer({ ok: false, code: "database_unavailable" } satisfies JoinAnswer);
      },
    );
  });
  socket.on(wire.leave, (room: unknown) => {
    if (typeof room === "string" && room !== rooms.person(actor.id)) void socket.leave(room);
  });
  socket.on(wire.taken, (asked: unknown, answer: unknown) => {
    if (typeof answer !== "function") return;
    takenOf(actor, asked).then(
      (said) => answer(said),
      () => answer({ taken: [] }),
    );
  });
  servePresence(hub, socket, actor);
}
