import { expect, test } from "vitest";
import { chooseLanguage, directionOf, localeFor, readLanguage } from "./languages";

test("the account's language goes before the browser's cookie, and both before what it accepts", () => {
  const acceptLanguage = "es";
  expect(chooseLanguage({ account: "de", cookie: "en", acceptLanguage })).toBe("de");
  expect(chooseLanguage({ account: null, cookie: "en", acceptLanguage })).toBe("en");
  expect(chooseLanguage({ acceptLanguage })).toBe("es");
});

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr, es;q=0.4, en;q=0.7", "en"],
  ["en;q=0, es;q=0.1", "es"],
  ["nb-NO", "en"],
  ["", "en"],
  ["*;q=nonsense,,;;", "en"],
])("a browser that accepts %j is answered in %s", (acceptLanguage, language) => {
  expect(chooseLanguage({ acceptLanguage })).toBe(language);
});

test("a language that is not offered is not spoken, whoever wishes for it", () => {
  expect(chooseLanguage({ account: "es", acceptLanguage: "es", offered: ["de", "en"] })).toBe("de");
  expect(readLanguage("xx")).toBeNull();
});

test("dates follow the account where it speaks the page's language", () => {
  expect(localeFor("de", "de-AT")).toBe("de-AT");
  expect(localeFor("de", "en-GB")).toBe("de-DE");
  expect(localeFor("en", "en")).toBe("en-GB");
});

test("Arabic is read from right to left, Spanish is not", () => {
  expect([directionOf("ar"), directionOf("es-ES")]).toEqual(["rtl", "ltr"]);
});
