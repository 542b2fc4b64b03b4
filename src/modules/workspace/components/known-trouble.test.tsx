import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sayIn } from "@/platform/i18n";
import type { Trouble } from "../rules/trouble";
import { KnownTrouble } from "./known-trouble";

const shown = (trouble: Trouble, language: "en" | "de" | "es") =>
  renderToStaticMarkup(
    <KnownTrouble say={sayIn(language, "home")} trouble={trouble} language={language} />,
  );

test("a text in the reader's language stands alone", () => {
  const page = shown({ en: "Payments are slow.", de: "Zahlungen dauern." }, "de");
  expect(page).toContain('lang="de"');
  expect(page).not.toContain("nur auf");
  expect(page).not.toContain("Payments");
});

test.each([
  ["de", "Das haben wir nur auf Englisch geschrieben."],
  ["es", "Solo lo hemos escrito en inglés."],
] as const)(
  "where it is missing in %s the other text is read aloud rightly, and is said to be another",
  (language, words) => {
    const page = shown({ en: "Payments are slow." }, language);
    expect(page).toContain('lang="en"');
    expect(page).toContain(words);
  },
);

test("nothing is shown while nothing is wrong", () => {
  expect(shown({}, "en")).toBe("");
});

test("what was written is text, whatever it looks like, and goes the way it is read", () => {
  const page = shown({ en: "<b>\u05D0\u05D1</b>" }, "en");
  expect(page).toContain("&lt;b&gt;");
  expect(page).toContain('dir="auto"');
});
