import { expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { firstPart } from "./first-part";

const max = limits.mailHtmlCharsMax;

test("a page of the usual length is read whole, as it is", () => {
  const html = `<style>p{}</style><p>Words.</p>${" ".repeat(max - 60)}`;
  expect(firstPart(html)).toEqual({ html, isCut: false });
});

test("of a longer one what nobody sees goes first, and then nothing may have to be cut", () => {
  const picture = `<img src="data:image/png;base64,${"iVBOR/w+".repeat(max)}" alt="A door">`;
  const html = `<STYLE>${"p{} ".repeat(max)}</Style><!-- ${"x ".repeat(max)}--><p>Words.</p>${picture}<p>The end.</p>`;
  const { html: read, isCut } = firstPart(html);
  expect(isCut).toBe(false);
  expect(read).toBe('<p>Words.</p><img src="data:image/png;base64," alt="A door"><p>The end.</p>');
});

test("of 50 MB so much is read as can be cleaned at once, from the beginning", () => {
  const { html, isCut } = firstPart(`<p>It jams.</p>${"<p>words</p>".repeat(4_200_000)}`);
  expect(isCut).toBe(true);
  expect(html.length).toBeLessThanOrEqual(max);
  expect(html.startsWith("<p>It jams.</p>")).toBe(true);
});

test("what never ends is cut as well", () => {
  for (const mark of ["<!--", "<style>", "<a href='"])
    expect(firstPart(mark + "x".repeat(2 * max)).html).toHaveLength(max);
});
