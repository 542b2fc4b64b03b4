import { copyFileSync, statSync, truncateSync } from "node:fs";

const logBytesMax = 20 * 1024 * 1024;

/**
 * A server of somebody else writes to the end of its log for as long as it runs. What is too long
 * is copied aside and emptied in place: it goes on at the new end. One file before is kept.
 */
export function boundLog(file: string, bytesMax: number = logBytesMax): void {
  try {
    if (statSync(file).size <= bytesMax) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  } catch {
    // Not there yet, or the disk is full: the next look may do it.
  }
}
