import { v7, validate, version } from "uuid";
import { nowMs } from "@/platform/clock";

/** A UUIDv7: ordered by time, so that indexes grow at one end and partitions prune. */
export function newId(atMs: number = nowMs()): string {
  return v7({ msecs: atMs });
}

/** Whether a text is any UUID; other texts never reach a uuid column. */
export function isId(text: string): boolean {
  return validate(text) && version(text) > 0;
}
