import { expect, test } from "vitest";
import { and, is, not } from "@/modules/filters/client";
import { uses } from "./views-using";

const view = and([
  is("tag", ["vip", "late"]),
  not(is("team", ["t1"])),
  is("field.size", ["large"]),
  is("organization", ["o1"]),
]);

test("a view uses what its filter names, however deep and also where it leaves it out", () => {
  expect(uses(view, { kind: "tag", name: "late" })).toBe(true);
  expect(uses(view, { kind: "team", id: "t1" })).toBe(true);
  expect(uses(view, { kind: "field", key: "size" })).toBe(true);
  expect(uses(view, { kind: "organization", id: "o1" })).toBe(true);
});

test("what only looks alike is not used", () => {
  expect(uses(view, { kind: "tag", name: "large" })).toBe(false);
  expect(uses(view, { kind: "team", id: "vip" })).toBe(false);
  expect(uses(view, { kind: "team", id: "o1" })).toBe(false);
  expect(uses(view, { kind: "field", key: "siz" })).toBe(false);
});
