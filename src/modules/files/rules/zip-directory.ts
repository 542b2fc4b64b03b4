/** One file in an archive, as the archive's directory declares it. */
export type ZipEntry = { name: string; packedBytes: number; unpackedBytes: number };

/** Where the directory of an archive stands in its file. */
export type ZipDirectoryPlace = { bytesFromEnd: number; bytes: number; entries: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
/** The end record, and a comment as long as its length field can say. */
export const zipTailBytes = endBytes + 0xffff;
const unknown32 = 0xffffffff;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Finds the end record in the last bytes of a file; undefined when it is no archive. */
export function findZipDirectory(tail: Uint8Array): ZipDirectoryPlace | undefined {
  const view = viewOf(tail);
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endBytes + view.getUint16(at + 20, true) !== tail.length) continue;
    return {
      entries: view.getUint16(at + 10, true),
      bytes: view.getUint32(at + 12, true),
      // Not by its own offset: where something stands before an archive, that one is wrong, and
      // programs that unpack look here as well.
      bytesFromEnd: tail.length - at + view.getUint32(at + 12, true),
    };
  }
  return undefined;
}

/** Reads the entries; stops where the directory does not say what a directory says. */
export function readZipDirectory(directory: Uint8Array): ZipEntry[] {
  const view = viewOf(directory);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + entryBytes <= directory.length && view.getUint32(at, true) === entrySignature) {
    const nameBytes = view.getUint16(at + 28, true);
    const next =
      at + entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: decoder.decode(directory.subarray(at + entryBytes, at + entryBytes + nameBytes)),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
    });
    at = next;
  }
  return entries;
}

/** Sizes beyond four gigabytes stand elsewhere (ZIP64); no attachment of ours needs them. */
export const hasHiddenSizes = (entries: readonly ZipEntry[]) =>
  entries.some((entry) => entry.packedBytes === unknown32 || entry.unpackedBytes === unknown32);
