import { limits } from "@/platform/limits";
import { keyOf, valkey } from "@/platform/valkey";

/**
 * Takes what was published of some tickets out of the live log: whoever catches up reads it from
 * the database, where it has been changed.
 */
export async function scrubLiveLog(ticketIds: readonly string[]): Promise<number> {
  const store = valkey("realtime");
  const key = keyOf("events");
  let from = "-";
  let scrubbed = 0;
  for (;;) {
    const entries = await store.xrange(key, from, "+", "COUNT", limits.scrubBatchCount);
    const hits = entries.flatMap(([id, fields]) => {
      // Whatever names one of them: what was told of them beside their own events, too.
      return ticketIds.some((ticketId) => fields[1]?.includes(ticketId)) ? [id] : [];
    });
    if (hits.length > 0) scrubbed += await store.xdel(key, ...hits);
    const last = entries.at(-1)?.[0];
    if (entries.length < limits.scrubBatchCount || last === undefined) return scrubbed;
    from = `(${last}`;
  }
}
