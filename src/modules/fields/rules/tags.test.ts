import fc from "fast-check";
import { expect, test } from "vitest";
import { tagSchema } from "../schema";
import { tagsAfter, tidyTag } from "./tags";

test("whatever somebody writes is a tag or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (written) => {
      const tag = tidyTag(written);
      if (tag === "") return;
      expect(tagSchema.parse(tag)).toBe(tag);
      expect(tidyTag(tag)).toBe(tag);
    }),
  );
  expect(tidyTag("  Late Delivery ")).toBe("late-delivery");
});

test("adding and taking off leaves the others where they were", () => {
  expect(tagsAfter(["a", "b", "c"], { add: ["d", "a"], remove: ["b", "x"] })).toEqual([
    "a",
    "c",
    "d",
  ]);
});
