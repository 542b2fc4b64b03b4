import { wordsRemoved } from "@/modules/conversations";
import { identityAccessChanged, peekSession } from "@/modules/identity";
import { participantLeft } from "@/modules/tickets";
import { colleaguesChanged } from "@/modules/workspace";
import type { Actor } from "@/platform/auth/actor";
import { closePools, db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { listen } from "@/platform/http";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { recordMeasures } from "@/platform/measuring";
import { lastPosition, type PlacedEnvelope } from "@/platform/outbox";
import type { Lifecycle } from "@/platform/process";
import { reportProcess } from "@/platform/processes";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { startTracing } from "@/platform/tracing";
import { closeValkey, storesCheck } from "@/platform/valkey";
import { type Hub, serveConnection } from "./connection";
import { deliveriesOf, reopenedRooms } from "./deliveries";
import { drainSockets } from "./drain";
import { EventLog } from "./event-log";
import { startFeed } from "./feed";
import { startHeartbeats } from "./heartbeat";
import { measureDelivery, measureSockets } from "./live-times";
import { RoomPositions } from "./room-positions";
import { makeSockets } from "./server";
import { unreadEvents } from "./unread-events";

/** Sends an event to the rooms of this server; every server reads the whole log itself. */
function deliver(hub: Hub, event: PlacedEnvelope): void {
  for (const { room, event: told } of deliveriesOf(event)) {
    const previous = hub.positions.advance(room, told.position);
    hub.io.local.to(room).emit(wire.event, { room, previous, event: told });
    measureDelivery(hub.io, room, told.occurredAt);
  }
  // They may have another way to the ticket: their browser then asks for the room again.
  const left = participantLeft.read(event);
  if (left !== null)
    hub.io.local.in(rooms.person(left.personId)).socketsLeave(rooms.request(left.ticketId));
  // Who catches up from here on hears that it moved, and looks again.
  const removed = wordsRemoved.read(event);
  if (removed !== null) hub.log.silence(removed.ticketIds);
  // Who asked is somebody else now: everyone in the request's room comes in anew, who still may.
  for (const room of reopenedRooms(event)) hub.io.local.in(room).disconnectSockets(true);
  const apart = colleaguesChanged.read(event);
  if (apart !== null) comeInAnew(hub, apart.organizationId);
  const changed = identityAccessChanged.read(event);
  if (changed !== null) hub.io.local.in(rooms.person(changed.userId)).disconnectSockets(true);
}

/** People of one organization, or of any: what they read of each other is asked for again. */
function comeInAnew(hub: Hub, organizationId: string | null): void {
  for (const socket of hub.io.of("/").sockets.values()) {
    const { organizationId: theirs }: Actor = socket.data.actor;
    if (theirs !== null && (organizationId === null || organizationId === theirs))
      socket.disconnect(true);
  }
}

/** Sessions that ended without an event (they expired, or the person signed out elsewhere). */
async function dropEndedSessions(hub: Hub): Promise<void> {
  for (const socket of hub.io.of("/").sockets.values()) {
    // An open page alone does not keep somebody signed in.
    const actor = await peekSession(socket.request.headers.cookie ?? "");
    const known: Actor = socket.data.actor;
    const same =
      actor?.id === known.id &&
      actor.role === known.role &&
      actor.organizationId === known.organizationId;
    if (!same) socket.disconnect(true);
  }
}

/** Starts the realtime server of this process; gives the port that it listens on. */
export async function startRealtime(life: Lifecycle): Promise<number> {
  const { HOST, PORT, EVENT_LOG_ROWS } = env();
  life.onDrain("close", "database", closePools);
  life.onDrain("close", "valkey", closeValkey);
  life.checkReady("database", async () => {
    await db.write.rows(sql`select 1`);
  });
  life.checkReady("stores", storesCheck());
  const eventLog = new EventLog(
    (await lastPosition()).last,
    EVENT_LOG_ROWS ?? limits.eventLogRowsMax,
  );
  const positions = new RoomPositions(eventLog);
  const { http, io } = makeSockets(life, (_io, socket, actor) => {
    serveConnection(hub, socket, actor);
    heartbeats.serve(socket);
  });
  let epoch = () => 0;
  const hub: Hub = { io, log: eventLog, positions, epoch: () => epoch() };
  const fetchAnew = () => {
    positions.forget();
    io.local.emit(wire.moveOn, { refetch: true });
  };
  const unread = unreadEvents(fetchAnew);
  const take = (event: PlacedEnvelope) => {
    deliver(hub, event);
    unread.note(event);
  };
  const feed = await startFeed(eventLog, take, fetchAnew);
  epoch = feed.epoch;
  const heartbeats = startHeartbeats(hub);
  const sessions = setInterval(
    () => void dropEndedSessions(hub).catch((err) => log().debug({ err }, "sessions not checked")),
    limits.sessionRecheckMs,
  );
  life.onDrain("announce", "sockets", () => drainSockets(io, http));
  life.onDrain("finish", "feed", async () => {
    heartbeats.stop();
    unread.close();
    clearInterval(sessions);
    await feed.close();
  });
  const port = await listen(http, HOST, PORT);
  reportProcess(life, { kind: "realtime", port }, () => io.engine.clientsCount);
  measureSockets(io);
  recordMeasures(life, "realtime");
  await startTracing(life, "realtime");
  log().info({ host: HOST, port }, "realtime listens");
  return port;
}
