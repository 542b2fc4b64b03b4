import { limits } from "@/platform/limits";
import { hasHiddenSizes, type ZipEntry } from "./zip-directory";

/** Honest logs and tables pack 10 to 60 times; zeros pack 1,000 times. */
const unpackedRatioMax = 150;
/** Below this size the ratio hurts nobody. */
const unpackedBytesHarmless = 1024 * 1024;

const nested = /\.(zip|jar|7z|rar|gz|tgz|bz2|xz|zst|tar|cab|iso|z\d\d)$/i;

/**
 * Whether unpacking this archive would do harm: far more inside than any honest file, archives
 * within archives that multiply, or entries that claim the same bytes several times over.
 */
export function isArchiveBomb(entries: readonly ZipEntry[], fileBytes: number): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  return (
    entries.length > limits.archiveEntriesMax ||
    hasHiddenSizes(entries) ||
    packed > fileBytes ||
    unpacked > limits.archiveUnpackedBytesMax ||
    (unpacked > unpackedBytesHarmless && unpacked > fileBytes * unpackedRatioMax) ||
    entries.some(
      (entry) =>
        entry.unpackedBytes > unpackedBytesHarmless &&
        entry.unpackedBytes > entry.packedBytes * unpackedRatioMax,
    ) ||
    entries.filter((entry) => nested.test(entry.name)).length > limits.nestedArchivesMax
  );
}

/** A gzip file ends with the size of its content; the same bound holds. */
export function isGzipBomb(tail: Uint8Array, fileBytes: number): boolean {
  if (tail.length < 4) return false;
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const unpacked = view.getUint32(tail.length - 4, true);
  return unpacked > unpackedBytesHarmless && unpacked > fileBytes * unpackedRatioMax;
}
