import { submitDemoDoor } from "@/modules/identity";
import { newId } from "@/platform/ids";
import { log } from "@/platform/log";
import { addJob, ask } from "@/platform/queues";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";
import { playDemo } from "../jobs";
import { landingTicket } from "../queries/landing-ticket";

/** A new run ends the one before it: whoever comes in sees the first ten seconds. */
async function startActivity(number: number): Promise<void> {
  const runId = newId();
  await valkey("realtime").set(keyOf("demoActivity"), runId, "PX", lifetimeMs("demoActivity"));
  await addJob(ask(playDemo, { runId, number }));
}

type Door = typeof submitDemoDoor;

/** Comes in by a door of the demo. Who works here lands in a ticket that is about to move. */
export const enterDemo: Door = async (headers, previous, form) => {
  const entered = await submitDemoDoor(headers, previous, form);
  if ("state" in entered || !entered.to.startsWith("/tickets")) return entered;
  const number = await landingTicket();
  if (number === null) return entered;
  await startActivity(number).catch((err: unknown) =>
    log().warn({ err }, "nobody acts in the demo: the store is away"),
  );
  return { ...entered, to: `/tickets/${number}?view=mine` };
};
