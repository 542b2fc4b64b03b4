import { expect, test } from "vitest";
import { replyLetter } from "../rules/customer-letters";
import { allLetters } from "./letters";
import { previewTemplate } from "./templates";

test("a preview speaks the letter's language, its examples too", () => {
  const { de } = replyLetter.words;
  const { subject, text } = previewTemplate({ kind: "reply", language: "de", words: de });
  expect(subject).toBe("Re: Die Lüftung klemmt (#10421)");
  expect(text).toMatch(/^Die Lüftung öffnet sich wieder.*auf diese Mail antworten/s);
});

test("what letters name has an example wherever they name it, and no English word stays abroad", () => {
  const english = /The vent|is assigned|You can simply|wrote:/;
  for (const { kind, words } of allLetters())
    for (const language of ["de", "es"] as const) {
      const { text, problems } = previewTemplate({ kind, language, words: words[language] });
      expect(problems, kind).toEqual([]);
      expect(text, `${kind} ${language}`).not.toMatch(english);
      expect(text, `${kind} ${language}`).not.toContain("{{");
    }
});
