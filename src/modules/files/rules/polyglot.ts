import type { FileKind } from "./kinds";

const needles = [
  "<script",
  "<!doctype html",
  "<html",
  "<iframe",
  "<svg",
  "<?php",
  "onload=",
  "onerror=",
];

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").toLowerCase();
const hasMarkup = (bytes: Uint8Array) => {
  const text = latin(bytes);
  return needles.some((needle) => text.includes(needle));
};

/**
 * GIFs that are scripts too: where a picture has its width, they have an assignment or the beginning of a
 * comment, which as a width would be more than 8,000 pixels.
 */
function isScriptGif(kind: FileKind, head: Uint8Array): boolean {
  if (kind.type !== "image/gif") return false;
  const width = latin(head.subarray(6, 8));
  return width === "/*" || /^=[\x20-\x7e]/.test(width);
}

/**
 * Whether a file is two things at once: a picture that is also a page, a document that is also an
 * archive. Such files exist to be taken for one by us and for the other by somebody else.
 */
export function isPolyglot(
  kind: FileKind,
  sample: { head: Uint8Array; tail: Uint8Array; archiveEntries: number },
): boolean {
  if (kind.group === "archive") return false;
  const isZip = kind.group === "document" && sample.head[0] === 0x50 && sample.head[1] === 0x4b;
  if (sample.archiveEntries > 0 && !isZip) return true;
  if (isScriptGif(kind, sample.head)) return true;
  if (kind.disposition === "inline") return hasMarkup(sample.head) || hasMarkup(sample.tail);
  if (kind.group === "text") return latin(sample.head.subarray(0, 1024)).includes("%pdf-");
  return kind.type === "application/pdf" && latin(sample.head.subarray(0, 1024)).includes("<html");
}
