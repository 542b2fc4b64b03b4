import { describe, expect, test } from "vitest";
import { keymap, keysOf } from "./keymap";
import { overlap, refusalOf, remappable, withKey } from "./remap";

describe("a key of one's own", () => {
  test("is a letter, a digit or a sign, with words for everything else", () => {
    expect(refusalOf("item.done", "Q", {})).toBeNull();
    expect(refusalOf("item.done", "Shift+Q", {})).toBeNull();
    expect(refusalOf("item.done", "+", {})).toBeNull();
    expect(refusalOf("item.done", "Mod+B", {})).toMatch(/^Ctrl B belongs to the browser/);
    expect(refusalOf("item.done", "Tab", {})).toMatch(/^Tab means the same/);
    expect(refusalOf("item.done", "F5", {})).toMatch(/^F5 means the same/);
    expect(refusalOf("item.done", "'", {})).toMatch(/search of some browsers/);
  });

  test("means nothing else where it is pressed, and says what it means already", () => {
    expect(refusalOf("item.done", "H", {})).toMatch(/^H is “Snooze” already/);
    expect(refusalOf("view.switch", "D", {})).toMatch(/“Show or hide context”/);
    // A list and a ticket have keys of their own side by side.
    expect(refusalOf("list.filter", "D", {})).toBeNull();
    expect(refusalOf("item.done", "H", { "item.snooze": [] })).toBeNull();
    expect(refusalOf("item.done", "H", { "item.snooze": ["Q"] })).toBeNull();
  });

  test("is not the first of two, nor follows one that means something alone", () => {
    expect(refusalOf("item.done", "G", {})).toMatch(/^G is the first key of “Go to/);
    expect(refusalOf("go.admin", "J A", {})).toMatch(/^J alone is “Next” already/);
    expect(refusalOf("go.admin", "G X", {})).toBeNull();
  });

  test("never doubles, whichever keys somebody takes one after the other", () => {
    let own = {};
    const wanted = ["Q", "E", "G", "?", "Shift+Q", "B", "O", "J"];
    for (const rule of keymap.filter(remappable))
      for (const keys of wanted)
        if (refusalOf(rule.id, keys, own) === null) own = withKey(own, rule.id, keys);
    const held = keymap.flatMap((rule) => keysOf(rule.id, own).map((keys) => ({ keys, rule })));
    const doubles = held.filter(({ keys, rule }) =>
      held.some(
        (other) =>
          other.rule !== rule && other.keys === keys && overlap(other.rule.scopes, rule.scopes),
      ),
    );
    expect(Object.keys(own).length).toBeGreaterThan(3);
    expect(doubles).toEqual([]);
  });

  test("is kept only where it differs from everybody's", () => {
    expect(withKey({}, "item.done", "Q")).toEqual({ "item.done": ["Q"] });
    expect(withKey({ "item.done": ["Q"] }, "item.done", null)).toEqual({ "item.done": [] });
    expect(withKey({ "item.done": ["Q"] }, "item.done", "E")).toEqual({});
  });

  test("can be had for single keys and those in a row, not for arrows, Send or the menu key", () => {
    const fixed = keymap.filter((rule) => !remappable(rule)).map((rule) => rule.id);
    expect(fixed).toContain("palette.open");
    expect(fixed).toContain("composer.send");
    expect(fixed).toContain("item.menu");
    expect(fixed).toContain("list.open");
    expect(keymap.filter(remappable).map((rule) => rule.id)).toContain("go.mine");
  });
});
