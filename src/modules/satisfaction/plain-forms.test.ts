import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sayIn } from "@/platform/i18n";
import { languages } from "@/platform/i18n/client";
import { RatingCard } from "./components/rating-card";

const rating = {
  token: "a-token",
  opinion: null,
  comment: "",
  until: "2026-12-01T09:00:00.000Z",
  isOpen: true,
} as const;
const action = () => Promise.resolve();
const at = { zone: "Europe/Berlin", locale: "en-GB" };

function page(given: Partial<Parameters<typeof RatingCard>[0]> = {}): string {
  const props = { rating, chosen: null, said: false, trouble: null, at, action };
  return renderToStaticMarkup(
    createElement(RatingCard, { ...props, say: sayIn("en", "rating"), ...given }),
  );
}
const checked = (html: string) =>
  [...html.matchAll(/<input[^>]*type="radio"[^>]*>/gu)]
    .map(([input]) => input)
    .filter((input) => /checked/u.test(input))
    .map((input) => /value="(\w+)"/u.exec(input)?.[1]);

test("a link of the mail chooses, and what was said before is chosen where none does", () => {
  expect(checked(page())).toEqual([]);
  expect(checked(page({ chosen: "bad" }))).toEqual(["bad"]);
  expect(checked(page({ rating: { ...rating, opinion: "good" } }))).toEqual(["good"]);
  expect(page()).toContain('name="token" value="a-token"');
});

test("when it is too late there is no form, and the page says what stands", () => {
  const late = { ...rating, isOpen: false };
  expect(page({ rating: late })).not.toContain("<form");
  expect(page({ rating: late })).toContain("too late to answer");
  expect(page({ rating: { ...late, opinion: "bad" } })).toContain("Your answer stands");
});

test("it is asked in every language that we speak", () => {
  const pages = languages.map((language) => page({ say: sayIn(language, "rating"), said: true }));
  expect(new Set(pages).size).toBe(languages.length);
});
