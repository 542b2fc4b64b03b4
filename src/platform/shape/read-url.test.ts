import { expect, test } from "vitest";
import { readUrl } from "./read-url";

const asked = Array.from({ length: 20_000 }, (_, index) => `https://example.com/${index}`);

test("an address with a letter beyond ASCII is one, however many were read before it", () => {
  expect(asked.every((text) => readUrl(text)?.href === text)).toBe(true);
  expect(readUrl("https://münchen.example/é")?.hostname).toBe("xn--mnchen-3ya.example");
  expect(asked.every((text) => readUrl(text, "https://desk.example")?.href === text)).toBe(true);
  expect(readUrl("/café", "https://desk.example")?.pathname).toBe("/caf%C3%A9");
});

test("what is no address is null", () => {
  expect(readUrl("münchen.example")).toBeNull();
  expect(readUrl("https://")).toBeNull();
});
