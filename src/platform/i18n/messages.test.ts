import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { errorRules } from "@/platform/errors";
import { fill } from "./fill";
import { languages } from "./languages";

const home = "src/platform/i18n/messages";
const filesOf = (language: string) =>
  readdirSync(`${home}/${language}`)
    .filter((name) => name.endsWith(".json"))
    .sort();

function read(language: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(`${home}/${language}/${file}`, "utf8"));
}

/** Every text with its name, so that a finding says where it is. */
const all = languages.flatMap((language) =>
  filesOf(language).flatMap((file) =>
    Object.entries(read(language, file)).map(([key, text]) => ({ language, file, key, text })),
  ),
);

const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/gu)].flatMap(([, name]) => name ?? []))].sort();

test.each(languages.slice(1))("nothing is missing in %s, and nothing is left over", (language) => {
  expect(filesOf(language)).toEqual(filesOf("en"));
  for (const file of filesOf("en")) {
    expect(Object.keys(read(language, file)).sort(), file).toEqual(
      Object.keys(read("en", file)).sort(),
    );
  }
});

test("a translation takes the values that the English text takes", () => {
  for (const { language, file, key, text } of all) {
    const english = read("en", file)[key] ?? "";
    expect(argumentsOf(text), `${language}/${file} ${key}`).toEqual(argumentsOf(english));
  }
});

test("browsers write each text exactly as next-intl does", () => {
  for (const { language, file, key, text } of all) {
    const translate = createTranslator({ locale: language, messages: read(language, file) });
    for (const count of [0, 1, 2, 1_234]) {
      const counted = (name: string) => text.includes(`{${name}, plural`);
      const given = argumentsOf(text).map((name) => [name, counted(name) ? count : "Ada"]);
      const values: Record<string, string | number> = Object.fromEntries(given);
      expect(fill(text, values, language), `${language}/${file} ${key}`).toBe(
        translate(key, values),
      );
    }
  }
});

test("a text that asks for a value which nobody gave shows that, and a page still stands", () => {
  expect(fill("Open #{number}", {}, "en")).toBe("Open #{number}");
});

test("a refusal says in English what the table of refusals says", () => {
  const refusals = read("en", "refusal.json");
  for (const [code, rule] of Object.entries(errorRules)) {
    if (code in refusals) expect(refusals[code], code).toBe(rule.words);
  }
  expect(Object.keys(refusals).filter((code) => !(code in errorRules))).toEqual([]);
});
