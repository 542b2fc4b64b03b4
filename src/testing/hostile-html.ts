import { expect } from "vitest";
import { cleanHtml } from "@/platform/content/clean-html";
import { dangersIn } from "@/platform/content/parsed-html";
import { timesHonest, timesHonestMax } from "./cost";

const filled = (piece: string, chars: number) => piece.repeat(Math.ceil(chars / piece.length));

/** Texts of a length that are meant to keep a server busy, by what each is made of. */
export function hostileHtml(chars: number): [string, string][] {
  const levels = Math.ceil(chars / 100);
  const names = Array.from({ length: Math.ceil(chars / 7) }, (_, at) => `a${at}`);
  const of = (piece: string) => filled(piece, chars);
  return [
    ["divisions", `${"<div>".repeat(levels)}x${"</div>".repeat(levels)}`],
    ["nested quotes", of("<blockquote>")],
    ["open marks, foreign ends", of("<b></i>")],
    ["nested tables", of("<table><tr><td>")],
    ["nested lists", of("<ul><li>")],
    ["one tag of attributes", `<a ${names.join(" ")}>`],
    ["open comments", of("<!--")],
    ["open quotes", of('<a b="')],
    ["closed scripts", of("<script></script>")],
    ["open drawings", of("<svg>")],
    ["less than", of("<")],
    ["entities", of("&#x26;")],
    ["one long address", `<a href="${of("java\tscript:")}">x</a>`],
  ];
}

/** It costs about what an honest text of its length does, and what is left of it is safe. */
export function expectCheap(html: string): void {
  let once = "";
  const honest = () => void cleanHtml(filled("<p>It <b>jams</b> at noon.</p>", html.length));
  const hostile = () => {
    once = cleanHtml(html).html;
  };
  expect(timesHonest(honest, hostile)).toBeLessThan(timesHonestMax);
  expect(dangersIn(once.slice(0, 100_000).replace(/<[^>]*$/, ""))).toEqual([]);
}
