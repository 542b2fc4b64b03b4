import { listenTo } from "@/platform/database";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import {
  outboxChannel,
  type PlacedEnvelope,
  placeEvents,
  publishPlaced,
  type Sent,
} from "@/platform/outbox";
import { addJob } from "@/platform/queues";
import { followingSpan } from "@/platform/tracing";
import { isStoreOutage, keyOf, valkey } from "@/platform/valkey";
import { asksOf } from "./subscriptions";

export type Relay = { close: () => Promise<void> };

/** To the queues of its consumers and to the sockets; what reached one of them twice is known there. */
const publish = (event: PlacedEnvelope): Promise<void> =>
  followingSpan({ name: `publish ${event.name}`, kind: "producer" }, event.requestId, () =>
    sendOn(event),
  );

async function sendOn(event: PlacedEnvelope): Promise<void> {
  const kept = env().EVENT_LOG_ROWS ?? limits.eventLogRowsMax;
  const told = valkey("realtime").xadd(
    keyOf("events"),
    "MAXLEN",
    "~",
    kept,
    "*",
    "event",
    JSON.stringify(event),
  );
  await Promise.all([told, ...asksOf(event).map(addJob)]);
}

/**
 * Gives committed events their positions and sends them on. Every worker is a candidate; what they
 * do together is ordered by a lock in the database.
 */
export function startRelay(): Relay {
  let closed = false;
  let again = false;
  let running: Promise<void> | null = null;

  const round = async () => {
    let placed: number;
    let sent: Sent;
    do {
      placed = await placeEvents();
      sent = await publishPlaced(publish, isStoreOutage);
      if (sent.outage !== undefined) log().debug({ err: sent.outage }, "events wait for the store");
      for (const { parked, ...fault } of sent.faults)
        if (parked) log().error(fault, "an event is parked: its consumers will not hear of it");
        else log().warn(fault, "an event could not be published yet");
    } while (!closed && sent.outage === undefined && placed + sent.published > 0);
  };
  const wake = () => {
    again = true;
    if (running !== null || closed) return;
    running = (async () => {
      while (again && !closed) {
        again = false;
        await round().catch((err) => log().warn({ err }, "the relay could not go on"));
      }
      running = null;
    })();
  };

  const poll = setInterval(wake, limits.relayPollMs);
  const stopListening = listenTo(outboxChannel, wake);
  return {
    close: async () => {
      closed = true;
      clearInterval(poll);
      await stopListening();
      await running;
    },
  };
}
