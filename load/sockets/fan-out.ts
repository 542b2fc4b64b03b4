import { setTimeout as sleep } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import { createTicket } from "@/modules/conversations";
import { monotonicMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { wire } from "@/platform/realtime/names";
import { benchSubject } from "../bench/operations";
import { peopleOf } from "../bench/people";

const pauseMs = 250;
const patienceMs = 10_000;
const lookMs = 2;

export type FanOut = { commits: number; missed: number; lastMs: number[] };

/** From a commit until the last of all listeners has it, commit by commit. */
export async function measureFanOut(
  listeners: readonly Socket[],
  commits: number,
): Promise<FanOut> {
  const arrived = new Map<string, number>();
  // Read as it is: a shape that is checked a thousand times would be measured, not the server.
  for (const socket of listeners)
    socket.on(wire.event, ({ event }: { event: { name: string; commandId: string } }) => {
      if (event.name === "ticket.created")
        arrived.set(event.commandId, (arrived.get(event.commandId) ?? 0) + 1);
    });
  const { customer } = await peopleOf();
  const lastMs: number[] = [];
  let missed = 0;
  for (let index = 0; index < commits; index += 1) {
    const commandId = newId();
    const input = { commandId, subject: benchSubject, body: "It is away again." };
    await createTicket.execute(customer.actor, createTicket.schema.parse(input));
    const committedMs = monotonicMs();
    const isComplete = () => arrived.get(commandId) === listeners.length;
    while (!isComplete() && monotonicMs() - committedMs < patienceMs) await sleep(lookMs);
    if (isComplete()) lastMs.push(monotonicMs() - committedMs);
    else missed += listeners.length - (arrived.get(commandId) ?? 0);
    await sleep(pauseMs);
  }
  return { commits, missed, lastMs: lastMs.sort((a, b) => a - b) };
}
