import { setTimeout as sleep } from "node:timers/promises";
import { createTicket } from "@/modules/conversations";
import { monotonicMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { benchSubject } from "../bench/operations";
import { peopleOf } from "../bench/people";
import type { ThinSocket } from "./thin-socket";

const pauseMs = 250;
const patienceMs = 10_000;
const lookMs = 2;
const created = Buffer.from('"ticket.created"');

export type FanOut = { commits: number; missed: number; firstMs: number[]; lastMs: number[] };

/** Who has heard of one commit, and when the first and the last of them did. */
function hearing(listeners: readonly ThinSocket[]) {
  let wanted = Buffer.alloc(0);
  const heard = { count: 0, firstMs: 0, lastMs: 0 };
  for (const socket of listeners)
    socket.onEvent = (payload) => {
      if (!payload.includes(created) || !payload.includes(wanted)) return;
      heard.lastMs = monotonicMs();
      if (heard.count === 0) heard.firstMs = heard.lastMs;
      heard.count += 1;
    };
  return {
    heard,
    listenFor: (commandId: string) => {
      wanted = Buffer.from(commandId);
      heard.count = 0;
    },
  };
}

/** From a commit until the first and the last of all listeners have it, commit by commit. */
export async function measureFanOut(
  listeners: readonly ThinSocket[],
  commits: number,
): Promise<FanOut> {
  const { heard, listenFor } = hearing(listeners);
  const { customer } = await peopleOf();
  const found: FanOut = { commits, missed: 0, firstMs: [], lastMs: [] };
  for (let index = 0; index < commits; index += 1) {
    const commandId = newId();
    listenFor(commandId);
    const input = { commandId, subject: benchSubject, body: "It is away again." };
    await createTicket.execute(customer.actor, createTicket.schema.parse(input));
    const committedMs = monotonicMs();
    while (heard.count < listeners.length && monotonicMs() - committedMs < patienceMs)
      await sleep(lookMs);
    found.missed += listeners.length - heard.count;
    if (heard.count === listeners.length) {
      found.firstMs.push(Math.max(0, heard.firstMs - committedMs));
      found.lastMs.push(Math.max(0, heard.lastMs - committedMs));
    }
    await sleep(pauseMs);
  }
  for (const times of [found.firstMs, found.lastMs]) times.sort((a, b) => a - b);
  return found;
}
