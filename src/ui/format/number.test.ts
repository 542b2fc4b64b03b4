import { expect, test } from "vitest";
import { bytesWords, countWords, numberWords, percentWords } from "./number";

test("counts are exact to 999, then 999+", () => {
  expect(countWords(0)).toBe("0");
  expect(countWords(999)).toBe("999");
  expect(countWords(1_000)).toBe("999+");
});

test("what nobody knows is a dash, never 0", () => {
  for (const words of [countWords, numberWords, percentWords, bytesWords]) {
    expect(words(null)).toBe("–");
  }
});

test("numbers follow the reader's locale", () => {
  expect(numberWords(3_412)).toBe("3,412");
  expect(numberWords(3_412, "de-DE")).toBe("3.412");
  expect(percentWords(0.125)).toBe("12.5%");
  expect(percentWords(0.125, "de-DE")).toBe("12,5\u00a0%");
});

test("sizes read as mail servers state them", () => {
  expect(bytesWords(0)).toBe("0 bytes");
  expect(bytesWords(999)).toBe("999 bytes");
  expect(bytesWords(25_000_000)).toBe("25 MB");
  expect(bytesWords(3_450)).toBe("3.5 kB");
});
