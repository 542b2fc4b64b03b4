import fc from "fast-check";
import { expect, test } from "vitest";
import { isCharacterStroke, type KeyPress, strokeOf } from "./stroke";

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, altGraph: false };
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ ...plain, key, ...held });

test("a letter is the letter that is typed, with or without caps lock", () => {
  expect(strokeOf(press("j"), false)).toBe("J");
  expect(strokeOf(press("J"), false)).toBe("J");
  expect(strokeOf(press("F", { shiftKey: true }), false)).toBe("Shift+F");
});

test("a sign is one key on every layout", () => {
  expect(strokeOf(press("/"), false)).toBe("/");
  expect(strokeOf(press("/", { shiftKey: true }), false)).toBe("/"); // Shift+7 in Germany.
  expect(strokeOf(press("?", { shiftKey: true }), false)).toBe("?");
  expect(strokeOf(press("1", { shiftKey: true }), false)).toBe("1"); // Shift+& in France.
});

test("Ctrl is Command on a Mac, and Control stays the Mac's own", () => {
  expect(strokeOf(press("k", { ctrlKey: true }), false)).toBe("Mod+K");
  expect(strokeOf(press("k", { metaKey: true }), true)).toBe("Mod+K");
  expect(strokeOf(press("k", { ctrlKey: true }), true)).toBeNull();
  expect(strokeOf(press("k", { metaKey: true }), false)).toBeNull();
});

test("keys with names keep their Shift", () => {
  expect(strokeOf(press("F10", { shiftKey: true }), false)).toBe("Shift+F10");
  expect(strokeOf(press("ArrowUp", { shiftKey: true }), false)).toBe("Shift+ArrowUp");
  expect(strokeOf(press("Enter", { shiftKey: true, ctrlKey: true }), false)).toBe(
    "Mod+Shift+Enter",
  );
  expect(strokeOf(press(" "), false)).toBe("Space");
});

test("nothing typed with Alt or AltGr is ever ours", () => {
  const anyKey = fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constant("Enter"));
  fc.assert(
    fc.property(anyKey, fc.boolean(), fc.boolean(), fc.boolean(), (key, shiftKey, ctrlKey, mac) => {
      expect(strokeOf(press(key, { shiftKey, ctrlKey, altKey: true }), mac)).toBeNull();
      expect(strokeOf(press(key, { shiftKey, ctrlKey, altGraph: true }), mac)).toBeNull();
    }),
  );
});

test("only keys that type are character keys", () => {
  expect(["J", "Shift+F", "!", "G M", "1"].every(isCharacterStroke)).toBe(true);
  expect(["Mod+K", "Escape", "Shift+F10", "ArrowUp", "Space"].some(isCharacterStroke)).toBe(false);
});
