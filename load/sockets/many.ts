import { monotonicMs } from "@/platform/clock";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { openThin, type ThinSocket } from "./thin-socket";

const atOnce = 100;

/** Does something for each of many, a hundred at a time, as browsers that come back do. */
async function inTurns<Each>(
  all: readonly Each[],
  work: (each: Each, at: number) => Promise<void>,
) {
  for (let first = 0; first < all.length; first += atOnce)
    await Promise.all(
      all.slice(first, first + atOnce).map((each, index) => work(each, first + index)),
    );
}

export type Opened = { sockets: ThinSocket[]; refused: number };

/** Opens as many sockets as are asked for, each with the headers that it is given. */
export async function openMany(
  url: string,
  count: number,
  headersOf: (at: number) => Record<string, string>,
): Promise<Opened> {
  const sockets: ThinSocket[] = [];
  let refused = 0;
  await inTurns(Array.from({ length: count }), async (_, at) => {
    try {
      sockets.push(await openThin(url, headersOf(at)));
    } catch {
      refused += 1;
    }
  });
  return { sockets, refused };
}

/** Joins the queue's room; how long each waited for its answer. */
export async function joinQueue(sockets: readonly ThinSocket[]): Promise<number[]> {
  const times: number[] = [];
  await inTurns(sockets, async (socket) => {
    const askedMs = monotonicMs();
    await socket.ask(wire.join, { room: rooms.queue(), since: null });
    times.push(monotonicMs() - askedMs);
  });
  return times;
}
