import type { Server, Socket } from "socket.io";
import { monotonicMs, nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { wire } from "@/platform/realtime/names";
import { durationHistogram, gauge } from "@/platform/telemetry";

const deliveryTimes = () =>
  durationHistogram({
    name: "insightdesk_delivery_ms",
    help: "From what happened to a browser that knows of it; some deliveries stand for all.",
  });

const joinTimes = () =>
  durationHistogram({
    name: "insightdesk_room_join_ms",
    help: "From the wish to follow a room to the answer.",
  });

/** How full this server is; read when somebody looks. */
export function measureSockets(io: Server): void {
  gauge({
    name: "insightdesk_sockets",
    help: "Open sockets of this server.",
    read: () => [{ labels: {}, value: io.of("/").sockets.size }],
  });
  gauge({
    name: "insightdesk_socket_connections",
    help: "Connections that count towards the most that a server takes, let in or not yet.",
    read: () => [{ labels: {}, value: io.engine.clientsCount }],
  });
  gauge({
    name: "insightdesk_rooms",
    help: "Rooms that somebody on this server follows.",
    read: () => [{ labels: {}, value: io.of("/").adapter.rooms.size }],
  });
}

let deliveries = 0;

/**
 * Measures a delivery to one browser of a room: the server's own time until it is sent, and half
 * of an echo's way there and back, so that the browser's clock does not matter.
 */
export function measureDelivery(io: Server, room: string, occurredAt: string): void {
  deliveries += 1;
  if (deliveries % limits.echoEveryDeliveriesCount !== 0) return;
  const [id] = io.of("/").adapter.rooms.get(room) ?? [];
  const socket: Socket | undefined = io.of("/").sockets.get(id ?? "");
  if (socket === undefined) return;
  const sentMs = nowMs() - Date.parse(occurredAt);
  const startedAtMs = monotonicMs();
  socket.timeout(limits.echoMsMax).emit(wire.echo, (failed: Error | null) => {
    if (failed === null)
      deliveryTimes()
        .labels()
        .observe(sentMs + (monotonicMs() - startedAtMs) / 2);
  });
}

/** Times one join; call what it gives when the answer is made. */
export function measureJoin(): () => void {
  const startedAtMs = monotonicMs();
  return () =>
    joinTimes()
      .labels()
      .observe(monotonicMs() - startedAtMs);
}
