import { expect, test } from "vitest";
import { triggerAt } from "./trigger";

test.each([
  ["@", { sign: "@", words: "", back: 1 }],
  ["Ask @mi", { sign: "@", words: "mi", back: 3 }],
  ["Ask @Mia Lu", { sign: "@", words: "Mia Lu", back: 7 }],
  ["/", { sign: "/", words: "", back: 1 }],
  ["See #104", { sign: "#", words: "104", back: 4 }],
  ["(@mia", { sign: "@", words: "mia", back: 4 }],
])("%s opens a list", (text, expected) => {
  expect(triggerAt(text)).toEqual(expected);
});

test.each(["mia@example", "and/or", "https://x", "/one two", "#1 and", "Ask @Mia Lund now"])(
  "%s opens none",
  (text) => {
    expect(triggerAt(text)).toBeNull();
  },
);
