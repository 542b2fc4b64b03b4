import { expect, test } from "vitest";
import {
  allLetters,
  exampleIn,
  languages,
  letterKinds,
  writeLetter,
} from "@/platform/mailer/letters";
import { procedureNames } from "@/testing/calls";

test("every mail of the product has a letter that admins find and change, and no letter is left over", () => {
  // Loading the API is what a web process does: its letters are those that admins see.
  expect(procedureNames).toContain("templates.list");
  expect(
    allLetters()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(Object.keys(letterKinds).sort());
});

test.each(allLetters().map((letter) => [letter.kind, letter] as const))(
  "%s says something in each language, and knows every name that it uses",
  (_kind, letter) => {
    for (const language of languages) {
      const examples = Object.entries(letter.variables).map(([name, variable]) => [
        name,
        exampleIn(language, variable),
      ]);
      const words = letter.words[language];
      const written = writeLetter(words, {
        ...{ language, values: Object.fromEntries(examples), url: "https://help.example.com/" },
        message: letter.carriesMessage ? { html: "<p>Words.</p>", text: "Words." } : undefined,
      });
      expect(words.subject.trim()).not.toBe("");
      expect([written.subject, written.text].join("\n")).not.toMatch(/\{\{|\}\}/);
      expect(written.text.includes("Words.")).toBe(letter.carriesMessage);
    }
  },
);
