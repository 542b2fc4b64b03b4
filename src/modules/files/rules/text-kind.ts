import { type FileKind, kindOfExtension, kindOfType } from "./kinds";

const controlShareMax = 0.02;

/** Files that begin with a UTF-16 mark, as Windows' Notepad and Excel write them; else undefined. */
export function utf16Text(sample: Uint8Array): string | undefined {
  const mark = (sample[0] ?? 0) * 256 + (sample[1] ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return undefined;
  const decoder = new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be");
  // A sample may end within a character; streaming leaves the torn one out.
  const text = decoder.decode(sample, { stream: true });
  const strange = text.match(/(?![\t\n\f\r])\p{Cc}|[\ufffd-\uffff]/gu)?.length ?? 0;
  return strange > text.length * controlShareMax ? undefined : text;
}

/** The words of a sample, or undefined when it is not text in any encoding that people use. */
export function textOf(sample: Uint8Array): string | undefined {
  const wide = utf16Text(sample);
  if (wide !== undefined) return wide;
  if (sample.includes(0)) return undefined;
  const controls = sample.reduce(
    (count, byte) => count + (byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte) ? 1 : 0),
    0,
  );
  if (controls > sample.length * controlShareMax) return undefined;
  // A sample may end within a character; streaming leaves the torn one out.
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(sample);
  }
}

const known = (type: string): FileKind => {
  const kind = kindOfType(type);
  if (kind === undefined) throw new Error(`The table of kinds has no ${type}.`);
  return kind;
};

/** What stands before the first element of a document: blanks, declarations, comments. */
const prologue =
  /^(?:\s+|<\?[^>]{0,2000}\?>|<!--[\s\S]{0,8000}?-->|<!doctype(?! html)[^>[]{0,2000}(?:\[[\s\S]{0,8000}?\])?[^>]{0,2000}>)+/i;
// The elements by which the WHATWG's MIME sniffing tells a page, and those that load or run.
const pageStart =
  /^<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|img|svg:script|object|embed|form|link|base|template)(?=[\s>/])/i;
const activeMarkup = /<(?:script|iframe|object|embed|html)(?=[\s>/])|<!doctype html/i;
const mailHeader =
  /^(received|from|to|cc|subject|date|message-id|mime-version|return-path|delivered-to|content-type|reply-to|dkim-signature|x-[\w-]+):/i;

function isMail(text: string): boolean {
  const block = text.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? "";
  const names = block
    .split(/\r?\n/)
    .slice(0, 200)
    .map((line) => mailHeader.exec(line)?.[1]?.toLowerCase())
    .filter((name) => name !== undefined);
  return names.length > 0 && mailHeader.test(block) && new Set(names).size >= 3;
}

/** Whether text is a program of a scripting language by its own first words. */
export function isScriptText(text: string): boolean {
  return /^\ufeff?\s*(#!\s*\/|<\?php\b|<\?=|@echo off\b|<job\b|<package>\s*<job\b)/i.test(text);
}

/**
 * What kind of text it is. Pages and drawings are told by content, since browsers run them; the
 * rest cannot be told apart by content, so their extension is believed.
 */
export function textKind(text: string, extension: string): FileKind {
  const start = text.replace(/^\ufeff/, "").trimStart();
  const root = start.replace(prologue, "");
  if (/^BEGIN:VCALENDAR/i.test(start)) return known("text/calendar");
  if (/^BEGIN:VCARD/i.test(start)) return known("text/vcard");
  if (/^\{\\rtf/.test(start)) return known("application/rtf");
  if (isMail(start)) return known("message/rfc822");
  if (/^<(?:\w+:)?svg(?=[\s>/])/i.test(root)) return known("image/svg+xml");
  const isXml = /^<\?xml\s/i.test(start) && !/^<(!doctype\s+)?html/i.test(root);
  if (isXml || (/^<[a-z]/i.test(root) && extension === "xml")) return known("application/xml");
  if (pageStart.test(root)) return known("text/html");
  if (start.startsWith("<") && activeMarkup.test(text)) return known("text/html");
  const believed = kindOfExtension(extension);
  const mayBelieve = believed?.group === "text" && !["svg", "html", "eml"].includes(extension);
  return mayBelieve && believed.type !== "application/xml" ? believed : known("text/plain");
}
