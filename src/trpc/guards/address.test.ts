import { expect, test } from "vitest";
import { callerAddress } from "./address";

test("without a proxy of ours the socket says who called, whatever the header claims", () => {
  expect(callerAddress("1.2.3.4", "9.9.9.9", 0)).toBe("9.9.9.9");
});

test("behind one proxy its own entry counts, and what a stranger wrote before it does not", () => {
  expect(callerAddress("6.6.6.6, 1.2.3.4", "10.0.0.1", 1)).toBe("1.2.3.4");
});

test("behind two proxies the first of the two saw the caller", () => {
  expect(callerAddress("6.6.6.6, 1.2.3.4, 10.0.0.2", "10.0.0.1", 2)).toBe("1.2.3.4");
});

test("a header shorter than our proxies falls back to the socket", () => {
  expect(callerAddress(undefined, "10.0.0.1", 1)).toBe("10.0.0.1");
  expect(callerAddress("1.2.3.4", undefined, 2)).toBe("unknown");
});
