import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { allOf, askedWords, wordsOf } from "./asked";
import { filesIn } from "./files";
import { outlineOf, summaryOf } from "./outline";
import { numberedSlug, slugOf, slugPattern } from "./slug";
import { mayApprove, mayGo } from "./stage";
import { standingOf } from "./standing";
import { inOrder, mayStand, pathTo, withParts } from "./tree";

describe("an address", () => {
  test.each([
    ["How do I pair a sensor?", "how-do-i-pair-a-sensor"],
    ["Größe & Maße", "groesse-masse"],
    ["¿Qué pasó, señor?", "que-paso-senor"],
    ["Øre æble ÅL", "ore-aeble-al"],
    ["東京", "article"],
    ["--", "article"],
  ])("of %s is %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test("is sound whatever a title says, and so is one with a number", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 2, max: 999 }), (title, n) => {
        for (const slug of [slugOf(title), numberedSlug(slugOf(title), n)]) {
          expect(slug).toMatch(slugPattern);
          expect(slug.length).toBeLessThanOrEqual(limits.kbSlugCharsMax);
        }
      }),
    );
  });
});

describe("a table of contents", () => {
  test("names each heading, leads to it, and tells two of one name apart", () => {
    const { html, headings } = outlineOf(
      "<h1>Begin</h1><p>x</p><h3>If <em>red</em> &amp; hot</h3><h2>Begin</h2>",
    );
    expect(headings).toEqual([
      { id: "begin", level: 2, text: "Begin" },
      { id: "if-red-hot", level: 3, text: "If red & hot" },
      { id: "begin-2", level: 2, text: "Begin" },
    ]);
    expect(html).toBe(
      '<h2 id="begin">Begin</h2><p>x</p><h3 id="if-red-hot">If <em>red</em> &amp; hot</h3><h2 id="begin-2">Begin</h2>',
    );
  });

  test("leaves what is no heading as it is", () => {
    const html = "<pre><code>&lt;h2&gt;no&lt;/h2&gt;</code></pre><h2></h2>";
    expect(outlineOf(html)).toEqual({ html, headings: [] });
  });

  test("a summary ends with a word, within its length", () => {
    expect(summaryOf("Short.")).toBe("Short.");
    expect(summaryOf("Where it stands\n\nBy the wall.\n\n * Not wet\n * Not cold")).toBe(
      "Where it stands. By the wall. Not wet. Not cold",
    );
    const long = summaryOf("words ".repeat(100));
    expect(long).toMatch(/words…$/);
    expect(long.length).toBeLessThanOrEqual(limits.kbSummaryCharsMax);
  });
});

test("the files of a text are those that it names, each once", () => {
  const id = "019abcde-0000-7000-8000-000000000001";
  expect(filesIn(`![a](/files/article/${id}) [b](/files/article/${id}) /files/article/x`)).toEqual([
    id,
  ]);
});

test("nobody approves what they wrote themselves, but an admin may", () => {
  const mine = { state: "review", authorId: "mia" } as const;
  expect(mayApprove(mine, { id: "mia", role: "agent" })).toBe(false);
  expect(mayApprove(mine, { id: "mia", role: "admin" })).toBe(true);
  expect(mayApprove(mine, { id: "jonas", role: "agent" })).toBe(true);
  expect(mayApprove({ ...mine, state: "draft" }, { id: "mia", role: "agent" })).toBe(true);
  expect(mayGo("archived", "review")).toBe(false);
});

test("one vote alone moves a page little, and many move it far", () => {
  const none = standingOf({ helpful: 0, unhelpful: 0, solved: 0 });
  const one = standingOf({ helpful: 1, unhelpful: 0, solved: 0 });
  const many = standingOf({ helpful: 90, unhelpful: 10, solved: 0 });
  expect(none).toBe(0.5);
  expect(one).toBeLessThan(0.65);
  expect(many).toBeGreaterThan(0.85);
});

describe("the tree of categories", () => {
  const node = (id: string, parentId: string | null, place = 0) => ({ id, parentId, place });
  const all = [node("a", null, 2), node("b", "a"), node("c", "b"), node("z", null, 1)];

  test("is read in its order, each before its parts", () => {
    expect(inOrder(all).map(({ node: { id }, depth }) => `${id}${depth}`)).toEqual([
      "z0",
      "a0",
      "b1",
      "c2",
    ]);
    expect(pathTo(all, "c").map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(withParts(all, "b").map(({ id }) => id)).toEqual(["b", "c"]);
  });

  test("has no circle and is never too deep", () => {
    expect(mayStand(all, "a", "c")).toBe(false);
    expect(mayStand(all, "a", "a")).toBe(false);
    expect(mayStand(all, "z", "c")).toBe(true);
    expect(mayStand([...all, node("d", "c")], "z", "d")).toBe(false);
  });
});

describe("a question", () => {
  test("is its words, whatever else stands in it", () => {
    expect(wordsOf("How's my FF-20104? How!")).toEqual(["how", "s", "my", "ff", "20104"]);
    expect(askedWords("Left-handed  VENTS")).toBe("left handed vents");
  });

  test("never says anything but words to the index", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, typing) => {
        expect(allOf(wordsOf(text), typing)).toMatch(/^('[\p{L}\p{N}]+'(:\*)?( & )?)*$/u);
      }),
    );
  });
});
