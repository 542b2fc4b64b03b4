import type { Socket } from "socket.io-client";
import { limits } from "@/platform/limits";
import { isTakenAnswer } from "@/platform/realtime/heard";
import { wire } from "@/platform/realtime/names";

/** Which of some tickets others have open; none when nobody can say in time. */
export function askTaken(
  socket: Socket,
  ticketIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!socket.connected || ticketIds.length === 0) return Promise.resolve(new Set());
  return new Promise((resolve) => {
    socket
      .timeout(limits.joinAgainMs)
      .emit(wire.taken, { ticketIds }, (late: unknown, raw: unknown) => {
        resolve(new Set(late === null && isTakenAnswer(raw) ? raw.taken : []));
      });
  });
}
