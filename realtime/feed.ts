import { limits } from "@/platform/limits";
import { log as logger } from "@/platform/log";
import {
  eventsAfter,
  lastPosition,
  type PlacedEnvelope,
  placedEnvelopeSchema,
} from "@/platform/outbox";
import { followingMoment } from "@/platform/tracing";
import { connectValkey, isStoreOutage, keyOf } from "@/platform/valkey";
import type { EventLog } from "./event-log";

export type Feed = { close: () => Promise<void>; epoch: () => number };

/**
 * Brings events in the order of their positions: at once through Valkey, and from PostgreSQL
 * whatever Valkey lost, so that a restarted store costs a second and nothing else.
 */
export async function startFeed(
  log: EventLog,
  take: (event: PlacedEnvelope) => void,
  skipped: () => void,
): Promise<Feed> {
  let closed = false;
  let epoch = (await lastPosition()).epoch;
  const early = new Map<number, PlacedEnvelope>();

  const offer = (event: PlacedEnvelope) => {
    if (event.position <= log.last) return;
    early.set(event.position, event);
    for (let next = early.get(log.last + 1); next; next = early.get(log.last + 1)) {
      early.delete(next.position);
      if (!log.take(next)) continue;
      const told = next;
      const span = { name: `deliver ${told.name}`, kind: "producer" } as const;
      followingMoment(span, told.requestId, () => take(told));
    }
    for (const position of early.keys()) if (position <= log.last) early.delete(position);
  };

  /** Asks the database for what should be here and is not. */
  const mend = async () => {
    // Read before the question: what comes while it is answered is ahead of the answer.
    const taken = log.last;
    const stored = await lastPosition();
    const restored = stored.epoch !== epoch || stored.last < taken;
    if (restored) {
      epoch = stored.epoch;
      if (stored.last < taken)
        logger().error(
          { told: taken, last: stored.last, gone: taken - stored.last },
          "the database went back: events that browsers were told of are gone",
        );
      early.clear();
      log.skipTo(stored.last);
      skipped();
      return;
    }
    while (!closed && stored.last > log.last) {
      const events = await eventsAfter(log.last);
      const first = events[0];
      if (first === undefined || first.position > log.last + 1) {
        log.skipTo(first === undefined ? stored.last : first.position - 1);
        skipped();
      }
      events.forEach(offer);
    }
  };

  const poll = setInterval(() => {
    mend().catch((err) => logger().warn({ err }, "events could not be read from the database"));
  }, limits.positionPollMs);

  const reader = connectValkey("realtime", { maxRetriesPerRequest: null });
  /** By its id: "$" would be another place in every reading, and skip what lies between. */
  const newestId = async (): Promise<string> => {
    const [newest] = await reader.xrevrange(keyOf("events"), "+", "-", "COUNT", 1);
    return newest?.[0] ?? "0-0";
  };
  const read = async () => {
    let after: string | null = null;
    while (!closed) {
      try {
        const from: string = after ?? (await newestId());
        after = from;
        const answer = await reader.xread(
          "COUNT",
          500,
          "BLOCK",
          1000,
          "STREAMS",
          keyOf("events"),
          from,
        );
        for (const [, entries] of answer ?? [])
          for (const [id, fields] of entries) {
            after = id;
            const event = placedEnvelopeSchema.safeParse(JSON.parse(fields[1] ?? "null"));
            if (event.success) offer(event.data);
          }
      } catch (err) {
        if (closed) return;
        if (!isStoreOutage(err)) logger().warn({ err }, "the event stream could not be read");
        // What the stream lost or reset comes from the database; from here on, only what is new.
        after = null;
        await new Promise((resolve) => setTimeout(resolve, limits.valkeyReconnectStepMs * 4));
      }
    }
  };
  const reading = read();

  return {
    epoch: () => epoch,
    close: async () => {
      closed = true;
      clearInterval(poll);
      reader.disconnect();
      await reading;
    },
  };
}
