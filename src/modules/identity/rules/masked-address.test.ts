import { expect, test } from "vitest";
import { maskedAddress } from "./masked-address";

test.each([
  ["anna@example.com", "a…@example.com"],
  ["a@example.com", "a…@example.com"],
  ["älva@example.com", "ä…@example.com"],
  ["odd@name@example.com", "o…@example.com"],
])("%s is told as %s", (address, told) => {
  expect(maskedAddress(address)).toBe(told);
});
