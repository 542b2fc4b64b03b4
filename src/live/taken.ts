import type { Socket } from "socket.io-client";
import { limits } from "@/platform/limits";
import { takenAnswerSchema, wire } from "@/platform/realtime/wire";

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
        const answer = takenAnswerSchema.safeParse(raw);
        resolve(new Set(late === null && answer.success ? answer.data.taken : []));
      });
  });
}
