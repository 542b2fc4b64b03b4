import * as z from "zod";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";
import { counter } from "@/platform/telemetry";
import { isStoreOutage, type KeyName, keyOf, lifetimeMs, valkey } from "@/platform/valkey";

/** What stands in a key for a while after it was cleared: nothing is kept under it until that ends. */
const held = "held";
/** Never in a key: what a store that cannot be asked is taken to have said. */
const away = "away";

type Result = "hit" | "nothing" | "miss" | "held" | "away";
type Flights = Map<string, Promise<unknown>>;

const flights = () => processShared("cache-flights", (): Flights => new Map());

function count(cache: KeyName, result: Result): void {
  counter({
    name: "insightdesk_cache_reads_total",
    help: "Readings through the cache: answered by it, or what was in the way.",
    labels: ["cache", "result"],
  }).inc({ cache, result });
}

/** A cache that is away costs time and no answer. */
async function unlessAway<Value, Instead>(
  work: () => Promise<Value>,
  instead: Instead,
): Promise<Value | Instead> {
  try {
    return await work();
  } catch (thrown) {
    if (isStoreOutage(thrown)) return instead;
    throw thrown;
  }
}

/** Up to a tenth shorter, so that what was kept at one moment does not all end at another. */
const jittered = (ms: number) => Math.round(ms * (1 - Math.random() / 10));

export type Cache<Value> = {
  /** What `load` gives, kept; null, which is kept for a short time, where there is none. */
  read(part: string, load: () => Promise<Value | null>): Promise<Value | null>;
  /** From now on nobody gets what was loaded before, on whatever server. */
  clear(parts: readonly string[]): Promise<void>;
};

/**
 * Values of the truth that are read often and change seldom, under the keys and lifetimes of the
 * one table. One loading at a time in a process, however many ask. A clearing leaves a mark for as
 * long as a statement may take: what was loaded before it and comes late is not kept (set where
 * there is nothing, and there is the mark).
 */
export function cacheOf<Value>(name: KeyName, schema: z.ZodType<Value>): Cache<Value> {
  const entrySchema = z.object({ value: schema.nullable() });

  function entryOf(text: string): { value: Value | null } | null {
    try {
      const parsed = entrySchema.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  /** Those who come while one loads wait with it; not for a loading from before a clearing. */
  function inOneFlight(flight: string, load: () => Promise<Value | null>): Promise<Value | null> {
    const known = flights().get(flight);
    if (known !== undefined) return known.then((value) => schema.nullable().parse(value));
    const loading = load().finally(() => flights().delete(flight));
    flights().set(flight, loading);
    return loading;
  }

  return {
    async read(part, load) {
      const key = keyOf(name, part);
      const store = valkey("cache");
      const found = await unlessAway(() => store.get(key), away);
      const isKept = found !== null && found !== held && found !== away;
      const entry = isKept ? entryOf(found) : null;
      if (entry !== null) {
        count(name, entry.value === null ? "nothing" : "hit");
        return entry.value;
      }
      count(name, found === held ? "held" : found === away ? "away" : "miss");
      const flight = found === null ? key : `${key} ${held}`;
      return inOneFlight(flight, async () => {
        const value = await load();
        // Only into an empty place: not over a mark, nor over what another version wrote.
        if (found !== null) return value;
        const ms = jittered(value === null ? limits.cacheNothingMs : lifetimeMs(name));
        const text = JSON.stringify({ value });
        await unlessAway(() => store.set(key, text, "PX", ms, "NX"), away);
        return value;
      });
    },
    async clear(parts) {
      const store = valkey("cache");
      for (const part of new Set(parts))
        await store.set(keyOf(name, part), held, "PX", limits.cacheHoldMs);
    },
  };
}
