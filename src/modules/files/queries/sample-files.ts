import type { FileContent } from "./inspect-file";

/** Small files for tests, made by hand so that each shows the one thing that matters. */
const encoder = new TextEncoder();

export function bytesOf(...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array {
  const arrays = parts.map((part) =>
    typeof part === "string" ? encoder.encode(part) : new Uint8Array(part),
  );
  return new Uint8Array(Buffer.concat(arrays));
}

export function contentOf(file: Uint8Array): FileContent {
  return { bytes: file.length, read: async (start, bytes) => file.subarray(start, start + bytes) };
}

const zeros = (count: number) => new Uint8Array(count);
const pngHeader = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pngChunks = [0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77];
const pngData = [0x53, 0xde, 0, 0, 0, 1, 73, 68, 65, 84, 0, 0, 0, 0, 0];

export const png = bytesOf(pngHeader, pngChunks, pngData);
export const jpeg = bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF", zeros(40), [0xff, 0xd9]);
export const gif = bytesOf("GIF89a", [1, 0, 1, 0, 0, 0, 0, 0x3b]);
export const webp = bytesOf("RIFF", [20, 0, 0, 0], "WEBPVP8 ", zeros(20));
export const avif = bytesOf([0, 0, 0, 28], "ftypavif", [0, 0, 0, 0], "avifmif1miaf", zeros(40));
export const pdf = bytesOf("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
export const program = bytesOf("MZ", zeros(126), "PE", zeros(200));

type Packed = { name: string; packed?: number; unpacked?: number; content?: string };

const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** An archive whose directory declares what a test wants it to. */
export function zipOf(entries: readonly Packed[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content = "x", packed, unpacked } of entries) {
    const nameBytes = encoder.encode(name);
    const data = encoder.encode(content);
    const stored = data.length;
    const sizes = [...u32(packed ?? stored), ...u32(unpacked ?? stored)];
    const common = [...u16(20), ...u16(0), ...u16(0), ...u32(0), ...u32(0)];
    const lengths = [...u16(nameBytes.length), ...u16(0)];
    const local = bytesOf(
      [0x50, 0x4b, 3, 4],
      common,
      u32(stored),
      u32(stored),
      lengths,
      nameBytes,
      data,
    );
    locals.push(local);
    const rest = [...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(offset)];
    directory.push(
      bytesOf([0x50, 0x4b, 1, 2, ...u16(20)], common, sizes, lengths, rest, nameBytes),
    );
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = u16(entries.length);
  const end = [
    ...u16(0),
    ...u16(0),
    ...count,
    ...count,
    ...u32(listed.length),
    ...u32(offset),
    ...u16(0),
  ];
  return bytesOf(Buffer.concat(locals), listed, [0x50, 0x4b, 5, 6], end);
}

/** The container of old office documents and installers, with one named stream. */
export function compoundOf(stream: string): Uint8Array {
  const file = new Uint8Array(2048);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 0, true);
  [...stream].forEach((character, at) => {
    view.setUint16(512 + at * 2, character.charCodeAt(0), true);
  });
  view.setUint16(512 + 64, (stream.length + 1) * 2, true);
  return file;
}
