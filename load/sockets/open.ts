import { io, type Socket } from "socket.io-client";
import { monotonicMs } from "@/platform/clock";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";

const atOnce = 100;

/** Opens many sockets, a hundred at a time, as browsers that come back do. */
export async function openSockets(
  url: string,
  cookies: readonly string[],
  count: number,
): Promise<{ sockets: Socket[]; refused: number }> {
  const sockets: Socket[] = [];
  let refused = 0;
  const open = (index: number) =>
    new Promise<void>((resolve) => {
      const cookie = cookies[index % cookies.length] ?? "";
      const options = { transports: ["websocket"], forceNew: true, reconnection: false };
      const socket = io(url, { ...options, extraHeaders: { cookie } });
      socket.once("connect", () => {
        sockets.push(socket);
        resolve();
      });
      socket.once("connect_error", () => {
        refused += 1;
        socket.close();
        resolve();
      });
    });
  for (let first = 0; first < count; first += atOnce) {
    const size = Math.min(atOnce, count - first);
    await Promise.all(Array.from({ length: size }, (_, at) => open(first + at)));
  }
  return { sockets, refused };
}

/** Joins the queue's room; how long each waited for its answer. */
export async function joinQueue(sockets: readonly Socket[]): Promise<number[]> {
  const times: number[] = [];
  for (let first = 0; first < sockets.length; first += atOnce)
    await Promise.all(
      sockets.slice(first, first + atOnce).map(async (socket) => {
        const askedMs = monotonicMs();
        const join = { room: rooms.queue(), since: null };
        await socket.timeout(30_000).emitWithAck(wire.join, join);
        times.push(monotonicMs() - askedMs);
      }),
    );
  return times;
}
