import { fileTypeFromBuffer } from "file-type";
import { limits } from "@/platform/limits";
import { isArchiveBomb, isGzipBomb } from "../rules/archive-bomb";
import {
  compoundDirectoryBytes,
  compoundDirectoryOffset,
  compoundKind,
  isCompound,
} from "../rules/compound-kind";
import { type FileKind, kindOfContent, kindOfType, unknownKind } from "../rules/kinds";
import { isPolyglot } from "../rules/polyglot";
import { isRunnableType, looksRunnable } from "../rules/runnable";
import { extensionOf } from "../rules/stored-name";
import { isScriptText, textKind, textOf, utf16Text } from "../rules/text-kind";
import type { FileFacts } from "../rules/verdict";
import {
  findZipDirectory,
  readZipDirectory,
  type ZipEntry,
  zipTailBytes,
} from "../rules/zip-directory";
import { zipContent } from "../rules/zip-kind";

/** A file that can be read in parts, wherever it lies. */
export type FileContent = {
  bytes: number;
  read(start: number, bytes: number): Promise<Uint8Array>;
};

type Seen = { content: FileContent; head: Uint8Array; tail: Uint8Array };
type Found = Partial<FileFacts> & { kind: FileKind; archiveEntries?: number };

async function zipEntries({ content, tail }: Seen): Promise<ZipEntry[] | undefined> {
  const place = findZipDirectory(tail);
  if (place === undefined || place.bytes > limits.archiveDirectoryBytesMax) return undefined;
  if (place.bytesFromEnd > content.bytes) return undefined;
  const entries = readZipDirectory(
    await content.read(content.bytes - place.bytesFromEnd, place.bytes),
  );
  return entries.length === place.entries ? entries : undefined;
}

async function inspectZip(seen: Seen, named: string): Promise<Found> {
  const entries = await zipEntries(seen);
  const generic = kindOfContent("application/zip", "zip");
  if (entries === undefined) return { kind: generic, broken: true };
  const inside = zipContent(entries, named);
  return {
    ...inside,
    bomb: isArchiveBomb(entries, seen.content.bytes),
    archiveEntries: entries.length,
  };
}

async function inspectCompound({ content, head }: Seen): Promise<Found> {
  const offset = compoundDirectoryOffset(head);
  const kind = compoundKind(await content.read(offset, compoundDirectoryBytes));
  return kind === undefined ? { kind: unknownKind, runnable: true } : { kind };
}

function inspectText(text: string, extension: string): Found {
  return { kind: textKind(text, extension), script: isScriptText(text) };
}

const isZip = (head: Uint8Array) =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

async function recognise(seen: Seen, extension: string): Promise<Found> {
  const { head } = seen;
  if (looksRunnable(head)) return { kind: unknownKind, runnable: true };
  if (isCompound(head)) return inspectCompound(seen);
  // Its mark is also how an old kind of sound begins, for which a recogniser would take the words.
  const wide = utf16Text(head);
  if (wide !== undefined) return inspectText(wide, extension);
  const named = await fileTypeFromBuffer(head).catch(() => undefined);
  if (named !== undefined && isRunnableType(named.mime))
    return { kind: unknownKind, runnable: true };
  if (isZip(head)) return inspectZip(seen, named?.mime ?? "application/zip");
  const kind = named && kindOfContent(named.mime, named.ext);
  if (kind !== undefined && kind.group !== "text" && kind.group !== "other") return { kind };
  const text = textOf(head);
  if (text !== undefined) return inspectText(text, extension);
  return { kind: kind ?? unknownKind };
}

/** Looks into a file: its first and last bytes, and an archive's directory; never all of it. */
export async function inspectFile(content: FileContent, name: string): Promise<FileFacts> {
  const tailStart = Math.max(0, content.bytes - zipTailBytes);
  const head = await content.read(0, Math.min(limits.fileSampleBytes, content.bytes));
  const tail = await content.read(tailStart, content.bytes - tailStart);
  const seen = { content, head, tail };
  const found = await recognise(seen, extensionOf(name));
  const archiveEntries = found.archiveEntries ?? (await zipEntries(seen))?.length ?? 0;
  const isGzip = found.kind === kindOfType("application/gzip");
  return {
    bytes: content.bytes,
    kind: found.kind,
    runnable: found.runnable ?? false,
    script: found.script ?? false,
    macros: found.macros ?? false,
    broken: found.broken ?? false,
    bomb: found.bomb ?? (isGzip && isGzipBomb(tail, content.bytes)),
    polyglot: isPolyglot(found.kind, { head, tail, archiveEntries }),
  };
}
