import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileKinds, kindOfType, unknownKind } from "./kinds";
import { isRunnableExtension } from "./runnable";
import { extensionOf, storedName, storedNameBytesMax, storedNameCharsMax } from "./stored-name";

const named = (name: string, type = "text/plain") =>
  storedName(name, kindOfType(type) ?? unknownKind);

describe("a name is kept as people wrote it, less what could harm", () => {
  const names: [string, string][] = [
    ["Rechnung März.txt", "Rechnung März.txt"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\fakepath\\a.txt", "a.txt"],
    ["a.txt:evil.exe", "a.txt_evil.txt"],
    ["invoice\u202egpj.txt", "invoicegpj.txt"],
    ["a\u200bb\u0000c\n.txt", "abc.txt"],
    ["e\u0301.txt", "é.txt"],
    ["CON.txt", "_CON.txt"],
    ["lpt1", "_lpt1.txt"],
    ["com1.tar.txt", "_com1.tar.txt"],
    ["...", "file.txt"],
    ["", "file.txt"],
    [".htaccess", "htaccess.txt"],
    ["  spaced   out . txt ", "spaced out . txt.txt"],
    ["trailing.txt. . .", "trailing.txt"],
    ['what?*<>|".txt', "what______.txt"],
    ["日本語のファイル.txt", "日本語のファイル.txt"],
    ["👩‍💻.txt", "👩💻.txt"],
  ];
  test.each(names)("%j", (given, kept) => expect(named(given)).toBe(kept));

  test("no ending that a desktop runs survives, wherever it hides", () => {
    expect(named("photo.png.exe", "image/png")).toBe("photo.png");
    expect(named("photo.scr.exe.bat", "image/png")).toBe("photo.png");
    expect(named("a.js.md")).toBe("a_js.md");
  });

  test("a long name loses its middle words, never its extension or half a character", () => {
    const long = named(`${"é👍🏽".repeat(200)}.txt`);
    expect([...long].length).toBeLessThanOrEqual(storedNameCharsMax);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(storedNameBytesMax);
    expect(long).toMatch(/(é|👍🏽)\.txt$/u);
  });
});

test("whatever is sent as a name, what is kept is safe on every system and stays itself", () => {
  const odd = fc.constantFrom(
    "..",
    "/",
    "\\",
    "con",
    ".",
    " ",
    "\u202e",
    "\ud800",
    ".exe",
    ".png",
    ":",
    "\u0301",
  );
  const name = fc.array(fc.oneof(odd, fc.string({ unit: "binary", maxLength: 8 })), {
    maxLength: 40,
  });
  const kind = fc.constantFrom(...fileKinds, unknownKind);
  fc.assert(
    fc.property(name, kind, (parts, of) => {
      const kept = storedName(parts.join(""), of);
      expect(kept).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]|^\.|[. ]$/u);
      expect(kept).toBe(kept.normalize("NFC"));
      expect([...kept].length).toBeLessThanOrEqual(storedNameCharsMax);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(storedNameBytesMax);
      expect(isRunnableExtension(extensionOf(kept))).toBe(false);
      expect(storedName(kept, of)).toBe(kept);
    }),
    { numRuns: 3_000 },
  );
});

test("of a name as long as a book its beginning and its end are looked at, and no more", () => {
  expect(named(`a${".".repeat(1_000_000)}b.exe`)).toBe("a.b");
  expect(named(`name${".exe".repeat(300_000)}`)).toBe("name.txt");
});
