import * as z from "zod";
import { monotonicMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { type Lifecycle, processShared } from "@/platform/process";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";
import { isSurgeLevel, levelOfShed, type Shed, type SurgeLevel } from "./client";

const state = () =>
  processShared("surge", (): { level: SurgeLevel; readAtMs: number } => ({
    level: 0,
    readAtMs: Number.NEGATIVE_INFINITY,
  }));

/** The level that this process knows: a look at a variable, no question to anybody. */
export function surgeLevel(): SurgeLevel {
  const { level, readAtMs } = state();
  // Who has not heard for long acts as always: being slow is better than leaving undone for nothing.
  return monotonicMs() - readAtMs > limits.surgeForgetMs ? 0 : level;
}

/** Whether something is left undone now. */
export const sheds = (what: Shed): boolean => surgeLevel() >= levelOfShed(what);

const storedSchema = z.coerce.number().refine(isSurgeLevel);

/** Asks the store which level counts; none is written there when nothing is wrong. */
export async function readSurge(): Promise<void> {
  const stored = await valkey("realtime").get(keyOf("surge"));
  const read = storedSchema.safeParse(stored ?? 0);
  const shared = state();
  shared.level = read.success ? read.data : 0;
  shared.readAtMs = monotonicMs();
}

/** Says which level counts for all processes; it ends by itself when nobody says it again. */
export async function tellSurge(level: SurgeLevel): Promise<void> {
  const key = keyOf("surge");
  const store = valkey("realtime");
  if (level === 0) await store.del(key);
  else await store.set(key, String(level), "PX", lifetimeMs("surge"));
}

/** Keeps this process told, beside its requests. */
export function followSurge(life: Lifecycle): void {
  const look = () => void readSurge().catch((err) => log().debug({ err }, "surge level not read"));
  look();
  const timer = setInterval(look, limits.surgeReadMs);
  timer.unref();
  life.onDrain("announce", "surge", () => {
    clearInterval(timer);
  });
}
