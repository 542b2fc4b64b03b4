import fc from "fast-check";
import { expect, test } from "vitest";
import { type FieldDefinition, fieldTypes } from "../types";
import { isDay, readValue, valueWords } from "./value";

const options = [
  { value: "small", name: "Balcony 60" },
  { value: "large", name: "Balcony 120" },
];
const aField = (given: Partial<FieldDefinition>): FieldDefinition => ({
  id: "f",
  key: "model",
  name: "Product model",
  type: "text",
  options: given.type?.startsWith("choice") ? options : [],
  required: false,
  visibleToCustomer: true,
  active: true,
  leaving: false,
  ...given,
});

const anyGiven = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.date().map((day) => (Number.isNaN(day.getTime()) ? "" : day.toISOString().slice(0, 10))),
  fc.constantFrom("small", "large"),
  fc.subarray(["large", "small", "gone"]),
);

test("what is read is one way to write it: read again it is the same, through JSON too", () => {
  fc.assert(
    fc.property(fc.constantFrom(...fieldTypes), anyGiven, (type, given) => {
      const field = aField({ type });
      const read = readValue(field, given);
      if ("problem" in read) return;
      const again: unknown = JSON.parse(JSON.stringify(read.value));
      expect(readValue(field, again)).toEqual(read);
      expect(valueWords(field, read.value)).not.toBe("");
    }),
  );
});

test("a required field takes no emptiness, whatever it looks like", () => {
  for (const type of fieldTypes)
    for (const nothing of [null, undefined, "", "  ", []])
      expect(readValue(aField({ type, required: true }), nothing)).toEqual({ problem: "empty" });
});

test("only days that exist are dates", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2027-02-29")).toBe(false);
  expect(isDay("2027-13-01")).toBe(false);
  expect(isDay("tomorrow")).toBe(false);
});

test("options are kept in the order of the field, and an unknown one is refused", () => {
  const field = aField({ type: "choices" });
  expect(readValue(field, ["large", "small", "large"])).toEqual({ value: ["small", "large"] });
  expect(readValue(field, ["large", "gone"])).toEqual({ problem: "no_option" });
  expect(valueWords(field, ["small", "large"])).toBe("Balcony 60, Balcony 120");
});
