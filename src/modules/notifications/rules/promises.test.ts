import { expect, test } from "vitest";
import { noticeNews } from "./agent-letters";
import { promiseIn, promiseWords } from "./promises";

test("a promise that is near its end is told in the reader's language, with its own name", () => {
  const words = promiseWords("firstResponse", "Gold, “fast”");
  expect(promiseIn(words, "en")).toBe(words);
  expect(promiseIn(words, "de")).toBe("Erste Antwort, nach der Zusage „Gold, “fast”“");
  const told = { number: 7, subject: "The door", reason: "risk", byName: null, words } as const;
  const { sentences } = noticeNews({ name: "Ada", language: "es" }, [told]);
  expect(sentences[0]).toContain("Primera respuesta, según el plazo");
});

test("what customers wrote is never taken for a promise", () => {
  const told = { number: 7, subject: "S", byName: "Anna", words: "Resolution, “please”" } as const;
  const { sentences } = noticeNews({ name: "Ada", language: "de" }, [{ ...told, reason: "reply" }]);
  expect(sentences[0]).toContain("Resolution, “please”");
});
