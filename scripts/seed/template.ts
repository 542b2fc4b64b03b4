import { htmlToText, markdownToHtml } from "@/platform/content";
import type { Slots } from "./words/slots";

export type Body = { html: string; text: string };

const slot = /\{(\w+)\}/;
const special: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** As it stands in HTML. */
const escaped = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => special[sign] ?? sign) : text;

/** Text and slot names in turns. */
function fill(parts: readonly string[], slots: Slots, write: (value: string) => string): string {
  let filled = "";
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    filled += at % 2 === 0 ? part : write(slots[part] ?? "");
  }
  return filled;
}

export const fillText = (text: string, slots: Slots): string =>
  fill(text.split(slot), slots, (value) => value);

type Compiled = { html: readonly string[]; text: readonly string[] };
const compiled = new Map<string, Compiled>();

/** Rendering and cleaning cost a millisecond, so each text goes through them once, slots and all. */
function compile(markdown: string): Compiled {
  const known = compiled.get(markdown);
  if (known !== undefined) return known;
  const html = markdownToHtml(markdown);
  const made = { html: html.trimEnd().split(slot), text: htmlToText(html).split(slot) };
  compiled.set(markdown, made);
  return made;
}

const asIs = (value: string) => value;

/** A body of several pieces of Markdown, as the product itself would store it. */
export function writeBody(pieces: readonly string[], slots: Slots): Body {
  let html = "";
  let text = "";
  for (const piece of pieces) {
    if (piece === "") continue;
    const made = compile(piece);
    html += `${fill(made.html, slots, escaped)}\n`;
    text += `${text === "" ? "" : "\n\n"}${fill(made.text, slots, asIs)}`;
  }
  return { html, text };
}
