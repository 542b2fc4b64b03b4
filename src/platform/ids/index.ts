import { v7, validate, version } from "uuid";
import { nowMs } from "@/platform/clock";

const pool = new Uint8Array(16 * 256);
let taken = pool.length;

/** Sixteen random bytes; fetched many at a time, since each fetch is a call of the system. */
function randomBytes(): Uint8Array {
  if (taken === pool.length) {
    crypto.getRandomValues(pool);
    taken = 0;
  }
  taken += 16;
  return pool.slice(taken - 16, taken);
}

/** A UUIDv7: ordered by time, so that indexes grow at one end and partitions prune. */
export function newId(atMs: number = nowMs()): string {
  return v7({ msecs: atMs, random: randomBytes() });
}

/** Below every id that is made from a moment on: ids stand in the order of their time. */
export const firstIdAt = (atMs: number): string =>
  v7({ msecs: atMs, random: new Uint8Array(16), seq: 0 });

/** Whether a text is any UUID; other texts never reach a uuid column. */
export function isId(text: string): boolean {
  return validate(text) && version(text) > 0;
}
