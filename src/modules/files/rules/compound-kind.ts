import { type FileKind, kindOfType } from "./kinds";

// Old office documents, Outlook messages and Windows installers share one container; only the
// names of the streams in its directory tell them apart.
const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const headerBytes = 512;
const entryBytes = 128;
export const compoundDirectoryBytes = 4_096;

const streams: readonly [string, string][] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["Book", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
  ["VisioDocument", "application/vnd.visio"],
  ["__properties_version1.0", "application/vnd.ms-outlook"],
];

export const isCompound = (head: Uint8Array) => signature.every((byte, at) => head[at] === byte);

/** Where the directory of the container begins, by its header. */
export function compoundDirectoryOffset(head: Uint8Array): number {
  if (head.length < headerBytes) return 0;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const sectorBytes = 2 ** Math.min(view.getUint16(30, true), 16);
  return (view.getUint32(48, true) + 1) * sectorBytes;
}

/** The document in the container, or undefined for an installer or anything else that is none. */
export function compoundKind(directory: Uint8Array): FileKind | undefined {
  const decoder = new TextDecoder("utf-16le");
  const names = new Set<string>();
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const nameBytes = Math.min(directory[at + 64] ?? 0, 64);
    names.add(decoder.decode(directory.subarray(at, at + Math.max(0, nameBytes - 2))));
  }
  const type = streams.find(([name]) => names.has(name))?.[1];
  return type === undefined ? undefined : kindOfType(type);
}
