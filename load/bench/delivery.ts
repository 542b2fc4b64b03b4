import { setTimeout as sleep } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { createTicket } from "@/modules/conversations";
import { monotonicMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { deliverySchema } from "@/platform/realtime/wire";
import { benchSubject } from "./operations";
import { agentsOf, peopleOf, type Visitor } from "./people";
import { percentile } from "./percentile";

export type Delivery = {
  sockets: number;
  commits: number;
  deliveries: number;
  /** Expected and not arrived within a second after the last commit. */
  missed: number;
  msP50: number;
  msP95: number;
  msP99: number;
};

const commits = 100;
const commitsWarm = 10;
const pauseMs = 200;
const patienceMs = 1_000;
const agentsMax = 40;

type Heard = (commandId: string) => void;

function joined(url: string, { cookie }: Visitor, heard: Heard): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      extraHeaders: { cookie },
    });
    socket.on("connect_error", reject);
    socket.on(wire.event, (told: unknown) => {
      const { event } = deliverySchema.parse(told);
      if (event.name === "ticket.created" && event.commandId !== null) heard(event.commandId);
    });
    socket.on("connect", () => {
      socket.emit(wire.join, { room: rooms.queue(), since: null }, (answer: { ok: boolean }) => {
        if (answer.ok) resolve(socket);
        else reject(new Error("The queue's room could not be joined."));
      });
    });
  });
}

/**
 * From a commit to every other browser: outbox, relay, Valkey, two realtime servers, sockets. The
 * clock starts when the commit is known here and stops when a socket's message has been read, so
 * the time in which this one process reads for all its sockets counts too.
 */
export async function measureDelivery(
  realtimes: readonly string[],
  socketsEach: number,
): Promise<Delivery> {
  const committedAt = new Map<string, number>();
  const arrivals: { commandId: string; atMs: number }[] = [];
  const heard: Heard = (commandId) => arrivals.push({ commandId, atMs: monotonicMs() });
  const agents = await agentsOf(agentsMax);
  const { customer } = await peopleOf();
  const sockets: Socket[] = [];
  try {
    for (const url of realtimes)
      for (let index = 0; index < socketsEach; index += 1) {
        const agent = agents[index % agents.length];
        if (agent !== undefined) sockets.push(await joined(url, agent, heard));
      }
    for (let index = 0; index < commitsWarm + commits; index += 1) {
      const commandId = newId();
      const input = { commandId, subject: benchSubject, body: "It is away again." };
      await createTicket.execute(customer.actor, createTicket.schema.parse(input));
      if (index >= commitsWarm) committedAt.set(commandId, monotonicMs());
      await sleep(pauseMs);
    }
    await sleep(patienceMs);
  } finally {
    for (const socket of sockets) socket.close();
  }
  const times = arrivals
    .flatMap(({ commandId, atMs }) => {
      const startedMs = committedAt.get(commandId);
      return startedMs === undefined ? [] : [atMs - startedMs];
    })
    .sort((a, b) => a - b);
  return {
    sockets: sockets.length,
    commits,
    deliveries: times.length,
    missed: sockets.length * commits - times.length,
    msP50: percentile(times, 0.5),
    msP95: percentile(times, 0.95),
    msP99: percentile(times, 0.99),
  };
}
