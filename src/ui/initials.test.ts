import fc from "fast-check";
import { expect, test } from "vitest";
import { groundOf, initialsOf } from "./initials";

test("initials are the first and the last name's", () => {
  expect(initialsOf("Anna Kowalska")).toBe("AK");
  expect(initialsOf("Åse Marie Østby")).toBe("ÅØ");
  expect(initialsOf("Mia")).toBe("M");
  expect(initialsOf("jonas.berg@fjord.example")).toBe("JE");
});

test("somebody without a name still has a face", () => {
  expect(initialsOf("")).toBe("?");
  expect(initialsOf("  42 ")).toBe("?");
});

test("everybody keeps one ground", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const ground = groundOf(name, 5);
      expect(ground).toBe(groundOf(name, 5));
      expect(ground).toBeGreaterThanOrEqual(0);
      expect(ground).toBeLessThan(5);
    }),
  );
});
