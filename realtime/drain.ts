import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { limits } from "@/platform/limits";
import { wire } from "@/platform/realtime/names";

/** Sends sockets elsewhere in batches, so that the other servers are not hit all at once. */
export async function drainSockets(io: Server, http: HttpServer): Promise<void> {
  http.close();
  const sockets = [...io.of("/").sockets.values()];
  const batches = Math.max(1, Math.ceil(limits.socketDrainMs / limits.socketDrainStepMs));
  const size = Math.max(50, Math.ceil(sockets.length / batches));
  for (let first = 0; first < sockets.length; first += size) {
    for (const socket of sockets.slice(first, first + size)) {
      socket.emit(wire.moveOn, { refetch: false });
      socket.disconnect(true);
    }
    if (first + size < sockets.length)
      await new Promise((resolve) => setTimeout(resolve, limits.socketDrainStepMs));
  }
  http.closeAllConnections();
}
