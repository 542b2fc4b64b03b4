import { describe, expect, test } from "vitest";
import { keymap } from "./keymap";
import { overlap } from "./remap";

/** What browsers keep for themselves or would take away from people. */
const reserved = new Set([
  ..."NTWRQLDPSFGHJOUEYZXCVA".split("").map((letter) => `Mod+${letter}`),
  ..."NTWRPIJCBDO".split("").map((letter) => `Mod+Shift+${letter}`),
  ...["Mod+K", "Mod++", "Mod+-", "Mod+0", "Mod+Tab", "Mod+,", "/", "'", "Tab", "Shift+Tab"],
  ...["Space", "Enter", "Home", "End", "PageUp", "PageDown", "ArrowUp", "ArrowDown"],
  ...["ArrowLeft", "ArrowRight", "Backspace", "F1", "F3", "F5", "F6", "F7", "F11", "F12"],
]);

const takenEverywhere = ["Mod+K", "/"];
const takenInFocusedList = ["Space", "Enter", "Home", "End", "ArrowUp", "ArrowDown", "Mod+A"];

describe("one key means one thing", () => {
  const strokes = keymap.flatMap((rule) => rule.keys.map((keys) => ({ keys, rule })));

  test("no key stands twice where both could be meant", () => {
    const doubles = strokes.flatMap((one, place) =>
      strokes
        .slice(place + 1)
        .filter((other) => other.keys === one.keys && overlap(one.rule.scopes, other.rule.scopes))
        .map((other) => `${one.keys}: ${one.rule.id} and ${other.rule.id}`),
    );
    expect(doubles).toEqual([]);
  });

  test("no key alone is also the first of two in a row", () => {
    const firsts = new Set(
      strokes.filter(({ keys }) => keys.includes(" ")).map(({ keys }) => keys.split(" ")[0]),
    );
    expect(strokes.filter(({ keys }) => firsts.has(keys))).toEqual([]);
  });

  test("every id stands once and has words", () => {
    expect(new Set(keymap.map((rule) => rule.id)).size).toBe(keymap.length);
    expect(keymap.filter((rule) => rule.label === "" || rule.keys.length === 0)).toEqual([]);
  });
});

describe("browsers and screen readers keep their keys", () => {
  test("only the agreed keys are taken from the browser, and most only in a focused list", () => {
    const taken = keymap
      .flatMap((rule) => rule.keys.map((keys) => ({ keys, rule })))
      .filter(({ keys }) => reserved.has(keys))
      .filter(({ keys }) => !takenEverywhere.includes(keys))
      .filter(({ keys, rule }) => !(rule.inFocus && takenInFocusedList.includes(keys)));
    expect(taken).toEqual([]);
  });

  test("Alt is never used: it types letters and serves screen readers", () => {
    expect(keymap.filter((rule) => rule.keys.some((keys) => keys.includes("Alt")))).toEqual([]);
  });

  test("nothing but palette, send and Esc reaches through a field", () => {
    expect(keymap.filter((rule) => rule.inFields).map((rule) => rule.id)).toEqual([
      "palette.open",
      "step.out",
      "composer.send",
      "composer.send-as",
    ]);
  });
});
