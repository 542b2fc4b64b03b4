import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectCheap, hostileHtml } from "@/testing/hostile-html";
import { cleanHtml } from "./clean-html";
import { libraryPass } from "./library-pass";
import { asBrowsersReadIt, dangersIn } from "./parsed-html";
import { allowedTags, droppedWithContent } from "./policy";
import { xssVectors } from "./xss-vectors";

const cleaned = (html: string) => cleanHtml(html).html;

/** Everything that must hold for whatever a stranger writes. */
function expectSafe(dirty: string): void {
  const { html, removed } = cleanHtml(dirty);
  expect(dangersIn(html)).toEqual([]);
  expect(cleanHtml(html)).toEqual({ html, removed: [] });
  expect(asBrowsersReadIt(html)).toBe(html);
  expect(libraryPass(html)).toBe(html);
  expect(removed).toEqual([...new Set(removed)].sort());
}

describe("no script of a stranger survives", () => {
  test.each(xssVectors)("%j", expectSafe);

  test("nor when two attacks are nested, joined or cut", () => {
    const vector = fc.constantFrom(...xssVectors);
    const mixed = fc
      .tuple(vector, vector, fc.nat(60), fc.nat(60))
      .map(([one, two, from, to]) => one.slice(0, from) + two + one.slice(from) + two.slice(to));
    fc.assert(fc.property(mixed, expectSafe), { numRuns: 1_500 });
  });
});

test("any soup of tags comes out clean, closed, and the same when it is cleaned again", () => {
  const names = [
    ...allowedTags,
    ...droppedWithContent,
    "form",
    "center",
    "font",
    "textarea",
    "xmp",
  ];
  const name = fc.constantFrom(...names);
  const attribute = fc.constantFrom(
    ...["", " href=https://a.example", " href=javascript:x", " src=cid:a", " src=/files/a.png"],
    ...[
      " onclick=x",
      " style='text-align:center'",
      " colspan=2",
      " title='\"<x>&amp;'",
      " dir=rtl",
    ],
  );
  const piece = fc.oneof(
    fc.tuple(name, attribute).map(([tag, given]) => `<${tag}${given}>`),
    name.map((tag) => `</${tag}>`),
    fc.constantFrom(
      "words",
      " ",
      "\n",
      "<",
      ">",
      "&",
      "&amp;lt;",
      "&nbsp;",
      '"',
      "<!--",
      "-->",
      "\r\n",
    ),
    fc.string({ maxLength: 5, unit: "binary" }),
  );
  const soup = fc.array(piece, { maxLength: 60, size: "max" }).map((pieces) => pieces.join(""));
  fc.assert(fc.property(soup, expectSafe), { numRuns: 3_000 });
});

describe("what was taken out is named", () => {
  const naming: [string, string[]][] = [
    ["<p>Hello</p><script>alert(1)</script>", ["script"]],
    ["<p onclick=x>Hello</p>", ["onclick"]],
    ["<a href=' java\nscript:x'>Hello</a>", ["javascript:"]],
    ["<a href='data:text/html,x'>Hello</a>", ["data:"]],
    ["<p style='color:red'>Hello</p>", ["style"]],
    ["<svg onload=x><path/></svg>", ["onload", "svg"]],
    ["<form action='javascript:x'><input name=a></form>", ["form", "input", "javascript:"]],
    ["<p>Nothing to see</p>", []],
    ["<!doctype html><html><head></head><body><p>A mail</p><!-- a note --></body></html>", []],
  ];
  test.each(naming)("%j", (html, names) => expect(cleanHtml(html).removed).toEqual(names));

  test("but a hostile row of a hundred thousand names does not become an answer of megabytes", () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `<x${at}y${"z".repeat(200)}>`).join("");
    expect(JSON.stringify(cleanHtml(many).removed).length).toBeLessThan(10_000);
  });
});

describe("what mail and Markdown need stays", () => {
  const kept: [string, string][] = [
    ["<p>One<p>Two", "<p>One</p><p>Two</p>"],
    [
      "<ul><li>a<li>b<ol start=3><li>c</ul>",
      '<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>',
    ],
    [
      "<table><tr><th align=RIGHT>a<td colspan=2>b</table>",
      '<table><tbody><tr><th align="right">a</th><td colspan="2">b</td></tr></tbody></table>',
    ],
    [
      "<table>lost words<tr><td>a</table>",
      "<table><tbody><tr><td>lost words</td></tr><tr><td>a</td></tr></tbody></table>",
    ],
    ["<center>a</center><strike>b</strike>", "<div>a</div><s>b</s>"],
    [
      "<img src=https://a.example/x.png alt=x onload=y>",
      '<img src="https://a.example/x.png" alt="x" loading="lazy" referrerpolicy="no-referrer" />',
    ],
    ["<img src=http://a.example/x.png alt='A cat'>", "A cat"],
    [
      "<pre><code class='language-ts big'>a  &lt; b\n</code></pre>",
      '<pre><code class="language-ts">a  &lt; b\n</code></pre>',
    ],
    ["<div>a<svg>b</div><p>c", "<div>ab</div><p>c</p>"],
    ["a<blockquote type=cite>b<hr>c</blockquote>", "a<blockquote>b<hr />c</blockquote>"],
    [
      "<a href='/portal/tickets/1'>x</a>",
      '<a href="/portal/tickets/1" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    ],
    ["Grüße 👋 &amp; &lt;3", "Grüße 👋 &amp; &lt;3"],
  ];
  test.each(kept)("%j", (html, expected) => expect(cleaned(html)).toBe(expected));
});

describe("a hostile text costs no more than an honest one", () => {
  // A quarter of a megabyte tells the square of a length from the length as well; the whole is a long proof.
  test.each(hostileHtml(250_000))("%s", (_, html) => expectCheap(html));
});
